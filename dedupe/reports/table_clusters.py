"""The first part of the printed table: one block for each cluster, its canonical's title above its members."""

from collections.abc import Iterator

from dedupe.model import Cluster, Report
from dedupe.reports import cells, contract
from dedupe.reports.table_columns import BOLD, DIM, SAME_TITLE, Row, lay_out, paint


def render(report: Report, width: int, colour: bool) -> list[str]:
    """Return the lines of the clusters, largest first; all blocks share their columns."""
    clusters = contract.shown(report)
    laid = iter(lay_out([row for cluster in clusters for row in rows(report, cluster)], width))
    lines = [paint(f"DUPLICATES  {found(report)}", BOLD, colour), "", paint(next(laid), DIM, colour)]
    for cluster in clusters:
        lines += ["", *_heading(cluster, width, colour), *(next(laid) for _ in cluster.members)]
    return lines


def found(report: Report) -> str:
    """Return how many clusters there are, and how many stories could go; those that are accepted do not count."""
    new = [len(report.new(cluster)) for cluster in contract.shown(report)]
    fresh = "" if report.fresh is None else "fresh "
    repeats = cells.counted(sum(new), f"{fresh}story that repeats", f"{fresh}stories that repeat")
    return f"{cells.counted(len(new), 'cluster')}, {repeats} another"


def quieted(report: Report) -> str:
    """Return how many stories are quiet, since their pairs are accepted; "" where no decisions were given."""
    return f"{len(report.accepted.quiet):,} quieted as known" if report.accepted else ""


def _heading(cluster: Cluster, width: int, colour: bool) -> Iterator[str]:
    name = f"{cells.inert(cluster.id)}  "
    margin = " " * cells.columns(name)
    yield paint(cells.cut(name + cells.title(cluster.canonical), width), BOLD, colour)
    yield paint(cells.cut(f"{margin}canonical: {cells.inert(cluster.reason)}", width), DIM, colour)


def rows(report: Report, cluster: Cluster, mark: str = "") -> Iterator[Row]:
    """Yield a row for each member; `mark` stands before the relation of those that repeat the canonical."""
    for story, relation, similarity in contract.members(cluster):
        state = contract.state(report, story)
        if relation == contract.CANONICAL:
            yield Row(story, relation, state=state)
        else:
            same = cells.title(story) == cells.title(cluster.canonical)
            yield Row(story, mark + relation, cells.percent(similarity), SAME_TITLE if same else "", state)
