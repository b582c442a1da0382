"""The part of the printed table that tells which sources seem to be read wrongly, by day.

SOURCES  2 findings on what their scrapers brought

finding   day         stories   source    what is wrong
one-text  2026-05-03  12 of 40  The Post  one text: Subscribe to read on.
cut       2026-05-03  9 of 20   The Mail  the text is cut; usual are 2%
"""

from collections.abc import Sequence

from dedupe.model import Ailment, Symptom
from dedupe.reports import cells
from dedupe.reports.table_columns import BOLD, DIM, fit, paint

HEADER = ("finding", "day", "stories", "source", "what is wrong")
ALIGN = ("left", "left", "left", "left", "left")
WRONG = {
    Ailment.ONE_TEXT: "one text",
    Ailment.COPIES: "they repeat others of this source",
    Ailment.EMPTY: "there is no text",
    Ailment.CUT: "the text is cut",
}


def render(health: Sequence[Symptom], width: int, colour: bool) -> list[str]:
    """Return a heading and a line for each finding, the one of most stories first."""
    header, *lines = fit([HEADER, *(row(each, width // 5) for each in health)], ALIGN, width)
    return [paint(f"SOURCES  {found(health)}", BOLD, colour), "", paint(header, DIM, colour), *lines]


def found(health: Sequence[Symptom]) -> str:
    """Return how many findings there are, and on what."""
    return f"{cells.counted(len(health), 'finding')} on what their scrapers brought"


def row(told: Symptom, limit: int) -> tuple[str, ...]:
    """Return the cells of a finding; the source takes at most `limit` columns."""
    source = cells.cut(cells.inert(told.source), limit)
    return str(told.ailment), told.day or "no date", f"{told.stories:,} of {told.of:,}", source, wrong(told)


def wrong(told: Symptom) -> str:
    """Return in words what is wrong."""
    usual = "" if told.usual is None else f"; usual are {cells.percent(told.usual)}"
    text = f": {cells.inert(told.text)}" if told.text else ""
    return f"{WRONG[told.ailment]}{usual}{text}"
