"""What was read of each source on each day, counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """The stories of a source on a day ("" where unknown): how many there are, how many without a text, how many cut."""

    source: str
    day: str
    stories: int
    empty: int = 0
    cut: int = 0
