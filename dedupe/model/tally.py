"""What was read of each source on each day, counted."""

from dataclasses import dataclass

from dedupe.model.story import Origin


@dataclass(frozen=True, slots=True)
class Tally:
    """The stories of a source on a day ("" where unknown): how many there are, how many without a text, how many cut.

    `empty_at` and `cut_at` tell where the first one without a text and the first cut one stand.
    """

    source: str
    day: str
    stories: int
    empty: int = 0
    cut: int = 0
    empty_at: Origin | None = None
    cut_at: Origin | None = None
