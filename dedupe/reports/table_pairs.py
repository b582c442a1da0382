"""Scored pairs as rows of a printed table: their scores in columns, their two ids on the line below."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dedupe.reports import cells
from dedupe.reports.table_columns import fit

SCORES = {"jaccard": "jaccard", "containment": "contain", "cosine": "cosine", "coverage": "cover", "anchor": "anchor"}
HEADER = ("run", "alike", *SCORES.values())
WORDS = ("run", "missed")  # columns of words, not of figures

Pair = Mapping[str, Any]
Cells = tuple[str, ...]


def lay_out(header: Cells, pairs: Sequence[tuple[Cells, Pair]], width: int) -> Iterator[str]:
    """Yield the header, and for each pair, `left` and `right`, its cells and below them the ids, cut to fit `width`."""
    align = ["left" if name in WORDS else "right" for name in header]
    first, *lines = fit([header, *(row for row, _ in pairs)], align, width)
    yield first
    for line, (_, pair) in zip(lines, pairs, strict=True):
        yield line
        yield cells.cut(f"       {cells.inert(pair['left'])}  {cells.inert(pair['right'])}", width)


def scores(relation: str, match: Pair | None) -> Cells:
    """Return the cells of a pair that the run calls so; of one that has no scores, empty ones."""
    if match is None:
        return (relation, "", *("" for _ in SCORES))
    return (relation, cells.percent(match["similarity"]), *(_share(match[name]) for name in SCORES))


def _share(value: float) -> str:
    return "1" if value == 1 else f"{value:.2f}".lstrip("0")
