"""The lines of archive pages as a table: which part of a story each was read as, and what was left out.

read at      role       text
page.txt:1   furniture  Tue, 04-Nov-2025
page.txt:12  title      Drone falls into the sea
page.txt:14  body       A drone fell into the sea on Tuesday, the ...
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dedupe.model import Origin
from dedupe.reports import cells
from dedupe.reports.table_columns import NARROW, fit

if TYPE_CHECKING:
    from dedupe.readers import LineRole

HEADER = ("read at", "role", "text")


def render(lines: "Sequence[LineRole]", width: int = 80) -> str:
    """Return a row for each line, in reading order."""
    width = max(width, NARROW)
    rows = [(cells.place(Origin(read.path, read.line), width // 3), str(read.role), cells.inert(read.text)) for read in lines]
    return "\n".join(fit([HEADER, *rows], ("left", "left", "left"), width)) + "\n"
