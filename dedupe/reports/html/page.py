"""The page put together: policy, style, figures, data and script."""

from collections.abc import Sequence
from typing import NamedTuple

from dedupe.model import Cluster, Report
from dedupe.reports import cells, contract
from dedupe.reports.html import assets, foreign, frame, overview, packed
from dedupe.reports.html.detail import detail_of
from dedupe.reports.html.events import Events

MOST = 20_000  # clusters in a page


class Book(NamedTuple):
    """A report to be shown in pages: the clusters that are, in their order, and how many are left out."""

    report: Report
    clusters: tuple[Cluster, ...]
    left_out: int


def book(report: Report, most: int = MOST) -> Book:
    """Return what is shown of a report: those with something new first, then the accepted ones, the largest first."""
    shown = {cluster.id for cluster in contract.shown(report)}
    every = sorted(contract.ordered(report), key=lambda cluster: cluster.id not in shown)
    return Book(report, tuple(every[:most]), max(len(every) - most, 0))


def render(report: Report, most: int = MOST) -> str:
    """Return the report as one page of at most so many clusters; it says how many are left out."""
    told = book(report, most)
    return "".join(
        [*_head("Repeated stories"), overview.render(told.report, told.left_out), *_data(told, told.clusters), *_foot()]
    )


def _head(title: str) -> list[str]:
    return [frame.HEAD.format(policy=foreign.text(assets.policy()), title=foreign.text(title), style=assets.style())]


def _data(told: Book, clusters: Sequence[Cluster]) -> list[str]:
    events = Events(told.report)
    written, at = packed.parts(detail_of(told.report, cluster, events) for cluster in clusters)
    index = packed.index(told.report, [*clusters], at, [""] * len(clusters))
    return [
        frame.BODY,
        f'<script type="application/json" id="index">{foreign.data(index)}</script>\n',
        *packed.elements(written),
    ]


def _foot() -> list[str]:
    return [frame.FOOT.format(script=assets.script(), tool=foreign.text(version()))]


def version() -> str:
    """Return the tool and its version."""
    return cells.inert("{name} {version}".format(**contract.tool()))
