"""What a run finds of sources, not of stories: what a scraper brings that has gone wrong."""

from dataclasses import dataclass, field
from enum import StrEnum

from dedupe.model.story import Origin


class Ailment(StrEnum):
    """What is wrong with what came of a source on a day."""

    ONE_TEXT = "one-text"
    COPIES = "copies"
    EMPTY = "empty"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Symptom:
    """What is wrong with `stories` stories `of` those of a source on a day ("" where unknown), and where one of them stands.

    `usual` is the share of such stories that the source has elsewhere, and None where that was not asked; `text` is the one text.
    """

    ailment: Ailment
    source: str
    day: str
    stories: int
    of: int
    origin: Origin
    usual: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Stories of a source on a day, by id, and where the first of them stands."""

    source: str
    day: str
    stories: tuple[str, ...]
    origin: Origin = field(default=Origin("-"))
