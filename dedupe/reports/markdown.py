"""A report as Markdown tables, for a pull request, the summary of a CI step or a wiki.

## Duplicates

1 cluster, 1 story that repeats another.

| cluster   | relation   |   alike |   words | read at     | title                    |
|:----------|:-----------|--------:|--------:|:------------|:-------------------------|
| 5f0c2a91  | canonical  |         |     812 | page.txt:12 | Drone falls into the sea |
|           | reworded   |     78% |     640 | page.txt:80 | Drone lost over the sea  |

## Related coverage

| event   | relation   |   alike | ...

## Furniture

1 text under many titles, no duplicates.

| stories | one of them | ...

## Sources

2 findings on what their scrapers brought.

| finding | day | ...

## What changed

**5f0c2a91**  page.txt:12 → page.txt:80

```diff
--- page.txt:12
...

28 stories read, 0 skipped, stated recall 99.6%.

Beyond what such a place takes, lines are left out, and a last paragraph says how many.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from dedupe.model import Furniture, Report, Skip, Symptom
from dedupe.reports import (
    cells,
    contract,
    markdown_diffs,
    table_clusters,
    table_events,
    table_furniture,
    table_health,
    table_read,
    table_verdict,
)
from dedupe.reports.table_columns import Row, columns_of

_MARKUP = re.compile(r"[\\`*_{}\[\]()#+!|~$^]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_LINKED = re.compile(r"[@#](?=\w)|:(?=//)|www(?=\.)", re.IGNORECASE)  # what a forge makes a mention, a reference or a link of
LONGEST = 200  # columns of a title, of a text under many, and of an id beside it
MOST = 900_000  # bytes; the summary of a step takes 1 MiB, and drops what is longer as a whole
_APART = "&#8203;"  # a space without width


def render(report: Report) -> str:
    """Return tables with a row for each story, and for each text under many titles; nothing in a title is markup."""
    clusters = contract.shown(report)
    parts = ["## Duplicates", f"{table_clusters.found(report)}."]
    if clusters:
        parts.append(_stories("cluster", ((plain(cluster.id), table_clusters.rows(report, cluster)) for cluster in clusters)))
    events = [(str(number), block) for number, block in enumerate(table_events.blocks(report), 1)]
    if events:
        parts += ["## Related coverage", _stories("event", events)]
    if report.furniture:
        parts += ["## Furniture", f"{table_furniture.found(report.furniture)}.", _furniture(report.furniture)]
    if report.health:
        parts += ["## Sources", f"{table_health.found(report.health)}.", _health(report.health)]
    parts += [f"Not followed: {plain(f'{skip.origin}: {skip.reason}')}" for skip in _not_followed(report)]
    verdict = [f"**{plain(line)}**" for line in table_verdict.lines(report.verdict)] if report.verdict else []
    closing = "\n\n".join([*verdict, f"{', '.join(_closing(report))}."])
    told = _fitting("\n\n".join(parts), MOST - len(closing.encode()))
    diffs = markdown_diffs.render(report, clusters, MOST - len(f"{told}{closing}".encode()), plain)
    return "\n\n".join([told, *diffs, closing]) + "\n"


def _closing(report: Report) -> Iterator[str]:
    first, *others = table_read.read(report)
    yield f"{first} read"
    yield from others
    if report.accepted:
        yield table_clusters.quieted(report)
    yield table_read.skipped(report)
    yield f"stated recall {100 * report.recall.expected:.1f}%"


def _not_followed(report: Report) -> tuple[Skip, ...]:
    return report.accepted.findings if report.accepted else ()


def _fitting(text: str, most: int) -> str:
    """Return as many whole lines of the text as have so many bytes, and how many lines are left out."""
    whole = text.encode()
    if len(whole) <= most:
        return text
    kept = whole[: whole.rindex(b"\n", 0, most)].decode()
    left = f"{text.count(chr(10)) - kept.count(chr(10)):,}"
    return f"{kept}\n\n{left} lines are left out here: a json or csv report has everything."


def _stories(key: str, blocks: Iterable[tuple[str, Iterable[Row]]]) -> str:
    told = [(name if first else "", row) for name, block in blocks for first, row in _marked(block)]
    header, align = columns_of([row for _, row in told])
    return _table((key, *header), ("left", *align), [(name, *_cells(row)) for name, row in told])


def _furniture(furniture: Iterable[Furniture]) -> str:
    rows = (table_furniture.row(found, LONGEST) for found in contract.by_size(furniture))
    lines = [tuple(plain(cells.cut(cell, LONGEST)) for cell in row) for row in rows]
    return _table(table_furniture.HEADER, table_furniture.ALIGN, lines)


def _health(health: Iterable[Symptom]) -> str:
    rows = (table_health.row(told, LONGEST) for told in health)
    lines = [tuple(plain(cells.cut(cell, LONGEST)) for cell in row) for row in rows]
    return _table(table_health.HEADER, table_health.ALIGN, lines)


def _table(header: Sequence[str], align: Sequence[str], lines: Sequence[tuple[str, ...]]) -> str:
    from tabulate import tabulate

    return str(tabulate(lines, headers=header, tablefmt="pipe", colalign=align, disable_numparse=True))


def _marked(block: Iterable[Row]) -> Iterable[tuple[bool, Row]]:
    return ((number == 0, row) for number, row in enumerate(block))


def _cells(row: Row) -> tuple[str, ...]:
    where = plain(str(row.story.origin))
    return (
        plain(row.relation),
        *((row.state,) if row.state else ()),
        row.alike,
        f"{cells.words(row.story):,}",
        where,
        row.title or plain(cells.cut(cells.title(row.story), LONGEST)),
    )


def plain(text: str) -> str:
    """Return the text so that Markdown shows it as it is, without markup, links, mentions or references."""
    escaped = "".join(_ENTITIES.get(character, character) for character in cells.inert(text))
    return _LINKED.sub(lambda found: found[0] + _APART, _MARKUP.sub(lambda found: "\\" + found[0], escaped))
