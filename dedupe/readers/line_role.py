"""What a line of a dump was read as."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineRole:
    """One line of a dump: which part of which story it was read as; `story` is "" where it belongs to none."""

    path: str
    line: int
    role: str
    story: str
    text: str
