"""A report as a table that a person reads in a terminal.

DUPLICATES  1 cluster, 2 stories that repeat another

  relation   alike  words  read at            title

5f0c2a91  Drone falls into the Black Sea after meeting a fighter jet
          canonical: it covers the others best
  canonical           812  dumps/page.txt:12  Drone falls into the Black Sea af…
  reworded     78%    640  dumps/page.txt:80  Drone lost over the Black Sea, Na…
  excerpt      97%     55  …/page.txt:140     same title

RELATED COVERAGE  1 event

  relation    alike  words  read at            title

Event 1  Drone falls into the Black Sea after meeting a fighter jet
         4 stories: 2 told separately, 2 repeats
  canonical            812  dumps/page.txt:12  Drone falls into the Black Sea a…
  > reworded    78%    640  dumps/page.txt:80  Drone lost over the Black Sea, N…
  > excerpt     97%     55  …/page.txt:140     same title
  related       31%    420  …/page.txt:200     Ambassador called in over lost d…

Left apart: 1 template pair (same form, other facts)
28 stories, 1 cluster, 2 duplicates, 0 skipped, stated recall 99.6%, 1.8 s
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from textwrap import wrap

from dedupe.model import Relation, Report
from dedupe.reports import (
    cells,
    contract,
    table_audit,
    table_clusters,
    table_events,
    table_furniture,
    table_health,
    table_read,
    table_verdict,
)
from dedupe.reports.table_columns import NARROW

NOTHING, NOTHING_NEW = "No duplicates found.", "No duplicates found but those that are accepted."
LEFT_APART = {Relation.TEMPLATE: "same form, other facts", Relation.OVERLAP: "a shared passage"}


def render(report: Report, width: int = 80, colour: bool = False, seconds: float | None = None) -> str:
    """Return the cluster table, related coverage by event, furniture, sick sources, a summary; no line is wider than `width`."""
    width = max(width, NARROW)
    nothing = NOTHING_NEW if report.clusters else NOTHING
    clusters = table_clusters.render(report, width, colour) if contract.shown(report) else [nothing]
    events = table_events.render(report, width, colour)
    audit = table_audit.render(report.audit, width, colour) if report.audit else []
    furniture = table_furniture.render(report.furniture, width, colour) if report.furniture else []
    health = table_health.render(report.health, width, colour) if report.health else []
    closing = [*_left_apart(report, width), *wrap(", ".join(_summary(report, seconds)), width)]
    closing += _not_followed(report, width)
    closing += table_verdict.render(report.verdict, width) if report.verdict else []
    return "\n\n".join("\n".join(part) for part in (clusters, events, furniture, health, audit, closing) if part) + "\n"


def _summary(report: Report, seconds: float | None) -> Iterator[str]:
    yield from table_read.read(report)
    yield cells.counted(len(report.clusters), "cluster")
    if report.fresh is None:
        yield cells.counted(len(report.duplicates), "duplicate")
    else:
        yield cells.counted(len(report.new_duplicates), "new duplicate")
    if report.accepted:
        yield table_clusters.quieted(report)
    yield table_read.skipped(report)
    yield f"stated recall {100 * report.recall.expected:.1f}%"
    if report.settings.find_related is None and not report.settings.looks_for_related(report.read + report.held):
        yield "related coverage not looked for (--related does)"
    if seconds is not None:
        yield f"{seconds:.1f} s"


def _not_followed(report: Report, width: int) -> list[str]:
    """Return which lines of the accepted file are not followed, and why."""
    told = report.accepted.findings if report.accepted else ()
    return [cells.cut(f"Not followed: {cells.inert(str(skip.origin))}: {cells.inert(skip.reason)}", width) for skip in told]


def _left_apart(report: Report, width: int) -> list[str]:
    """Return what was found alike and not merged, counted."""
    told = left_apart(Counter(match.relation for match in report.matches))
    return wrap(told, width) if told else []


def left_apart(found: Mapping[Relation, int]) -> str:
    """Return what was found alike and not merged, told how many pairs there are of each relation; "" for none."""
    pairs = [f"{cells.counted(found[kind], f'{kind} pair')} ({what})" for kind, what in LEFT_APART.items() if found.get(kind)]
    return f"Left apart: {', '.join(pairs)}" if pairs else ""
