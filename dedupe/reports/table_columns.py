"""The rows of the printed table, laid out in the columns of a screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from dedupe.model import Story
from dedupe.reports import cells

HEADER = ("relation", "alike", "words", "read at", "title")
ALIGN = ("left", "right", "right", "left", "left")
STATE = ("state", "left")  # of a check, behind the relation: which story is fresh and which is held
INDENT = "  "
GAP = 2  # columns between two cells, as tabulate's plain format has them
PLACE = 17  # columns that a place has at least, before the title gets any
NARROW = 60  # no table is laid out for less
SAME_TITLE = "same title"
BOLD, DIM = "1", "2"


@dataclass(frozen=True, slots=True)
class Row:
    """A story as one row of the table: how it is called there, how alike in percent, and its title's stand-in, if any.

    `state` is fresh or held in a check, and "" in a scan.
    """

    story: Story
    relation: str
    alike: str = ""
    title: str = ""
    state: str = ""


def lay_out(rows: Sequence[Row], width: int) -> list[str]:
    """Return the header and one line for each row, each at most `width` columns."""
    space = width - len(INDENT)
    header, align = columns_of(rows)
    return [INDENT + line for line in fit([header, *(_cells(row, max(PLACE, space // 5)) for row in rows)], align, space)]


def columns_of(rows: Sequence[Row]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the header and the alignment of rows: those of a check have a column for their state."""
    if not any(row.state for row in rows):
        return HEADER, ALIGN
    name, side = STATE
    return (HEADER[0], name, *HEADER[1:]), (ALIGN[0], side, *ALIGN[1:])


def _cells(row: Row, limit: int) -> tuple[str, ...]:
    where = cells.place(row.story.origin, limit)
    state = (row.state,) if row.state else ()
    return row.relation, *state, row.alike, f"{cells.words(row.story):,}", where, row.title or cells.title(row.story)


def fit(rows: Sequence[tuple[str, ...]], align: Sequence[str], width: int) -> list[str]:
    """Return one line for each row, wide characters counted as two; the last column has what the others leave of `width`."""
    from tabulate import tabulate

    taken = sum(max(map(cells.columns, column)) + GAP for column in list(zip(*rows, strict=True))[:-1])
    fitted = [(*first, cells.cut(last, width - taken)) for *first, last in rows]
    # the header is a row: as `headers`, tabulate would pad it by two columns
    text = tabulate(fitted, tablefmt="plain", colalign=align, disable_numparse=True)
    return [line.rstrip() for line in text.split("\n")]


def paint(line: str, code: str, colour: bool) -> str:
    """Return the line in bold or dim, where colour is wanted."""
    return f"\x1b[{code}m{line}\x1b[0m" if colour and line else line
