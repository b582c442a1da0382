"""What a person decided of two stories, each named by its content."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dedupe.model import Origin

MASK = 2**64 - 1
COPIES = {
    True: (2, 2),
    False: (1, 1),
}  # stories of the left and the right content, by whether both are one: unless more are named


class Verdict(StrEnum):
    """What is to become of a pair."""

    KNOWN = "known"
    DIFFERENT = "different"
    SAME = "same"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person said of the stories of two contents, and why.

    `copies` tells how many stories of each content were meant; one more is new. The content that a `keep` keeps is the left
    one; else the left is the lesser. The decision holds up to the day `until`, that included.
    """

    left: str
    right: str
    verdict: Verdict
    why: str
    until: date | None = None
    copies: tuple[int, int] = (1, 1)
    titles: tuple[str, str] = ("", "")
    origin: Origin = field(default=Origin("-"))

    @property
    def pair(self) -> tuple[str, str]:
        """The two contents, the lesser first."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)


def content(digest: int) -> str:
    """Return the name of a content, 16 hexadecimal digits, from the 64-bit digest of a normal text."""
    return f"{digest & MASK:016x}"
