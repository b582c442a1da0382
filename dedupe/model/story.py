"""What goes in: stories, where they were read, and how two belong together."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Relation(StrEnum):
    """How two stories belong together; a pair has exactly one, the first that fits."""

    IDENTICAL = "identical"
    NEAR = "near"
    EXCERPT = "excerpt"
    REWORDED = "reworded"
    TEMPLATE = "template"
    OVERLAP = "overlap"
    RELATED = "related"

    @property
    def is_duplicate(self) -> bool:
        """Whether stories so related are one story told again, and make clusters."""
        return self in DUPLICATES


DUPLICATES = frozenset({Relation.IDENTICAL, Relation.NEAR, Relation.EXCERPT, Relation.REWORDED})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a story was read: the path as given, and its first and last line, counted from 1."""

    path: str
    line: int = 1
    last_line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Story:
    """One news story as it was read; `summary` holds its bullets, `truncated` says that its text was cut."""

    id: str
    title: str
    body: str
    summary: tuple[str, ...] = ()
    source: str = ""
    url: str = ""
    published: datetime | None = None
    truncated: bool = False
    origin: Origin = field(default=Origin("-"))

    @property
    def outlet(self) -> str:
        """Where it comes from: its source, else the host of its address, else its file."""
        return outlet(self.source, self.url, self.origin.path)


def outlet(source: str, url: str, path: str) -> str:
    """Return where a story comes from: its source, else the host of its address, else its file."""
    return source.strip() or host(url) or path


def host(url: str) -> str:
    """Return the host of an address, without the "www." that many have; "" for none."""
    return url.split("//")[-1].split("/")[0].removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Skip:
    """A record that could not be read, and why; never silently lost."""

    origin: Origin
    reason: str
