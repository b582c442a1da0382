"""The part of the printed table that tells which texts stand under many titles and are about none of them.

FURNITURE  1 text under many titles, no duplicates

stories  one of them  text
      4  page.txt:12  Subscribe to continue reading.
"""

from collections.abc import Sequence

from dedupe.model import Furniture
from dedupe.reports import cells, contract
from dedupe.reports.table_columns import BOLD, DIM, fit, paint

HEADER = ("stories", "one of them", "text")
ALIGN = ("right", "left", "left")


def render(furniture: Sequence[Furniture], width: int, colour: bool) -> list[str]:
    """Return a heading and a line for each text, the one of most stories first."""
    rows = [row(each, width // 3) for each in contract.by_size(furniture)]
    header, *lines = fit([HEADER, *rows], ALIGN, width)
    return [paint(f"FURNITURE  {found(furniture)}", BOLD, colour), "", paint(header, DIM, colour), *lines]


def found(furniture: Sequence[Furniture]) -> str:
    """Return how many such texts there are, and that they make no cluster."""
    return f"{cells.counted(len(furniture), 'text')} under many titles, no duplicates"


def row(furniture: Furniture, limit: int) -> tuple[str, str, str]:
    """Return the cells of a text: its stories counted, one of their ids in at most `limit` columns, and itself."""
    return f"{len(furniture.stories):,}", cells.cut(cells.inert(furniture.stories[0]), limit), cells.inert(furniture.text)
