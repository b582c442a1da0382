"""The page put together: policy, style, figures, data and script."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import quote

from dedupe.model import Cluster, Report
from dedupe.reports import cells, contract
from dedupe.reports.html import assets, foreign, frame, overview, packed
from dedupe.reports.html.detail import Each, details
from dedupe.reports.html.events import Events

TITLE = "Repeated stories"
MOST = 20_000  # clusters in a page


class Book(NamedTuple):
    """A report to be shown in pages: the clusters that are, in their order, and how many are left out."""

    report: Report
    clusters: tuple[Cluster, ...]
    left_out: int
    each: Each = map


def book(report: Report, most: int = MOST, each: Each = map) -> Book:
    """Return what is shown of a report: those with something new first, then the accepted ones, the largest first."""
    shown = {cluster.id for cluster in contract.shown(report)}
    every = sorted(contract.ordered(report), key=lambda cluster: cluster.id not in shown)
    return Book(report, tuple(every[:most]), max(len(every) - most, 0), each)


def render(report: Report, most: int = MOST, each: Each = map) -> str:
    """Return the report as one page of at most so many clusters, and how many are left out; `each` compares versions."""
    told = book(report, most, each)
    texts, at = _texts(told, told.clusters, Events(report))
    return _page(overview.render(report, told.left_out), packed.index(report, told.clusters, at), texts)


def split(report: Report, name: str, size: int, most: int = MOST, each: Each = map) -> Iterator[tuple[str, str]]:
    """Yield the names and texts of pages: parts of so many clusters, and last the index page, which has the name given."""
    told = book(report, most, each)
    groups = [told.clusters[first : first + size] for first in range(0, len(told.clusters), size)]
    stem, _, kind = name.rpartition(".")
    names = [f"{stem or kind}-{number}.html" for number in range(1, len(groups) + 1)]
    events, every = Events(report), []
    for number, group in enumerate(groups, 1):
        texts, at = _texts(told, group, events)
        every += at
        about = f"Part {number} of {len(groups)}: {cells.counted(len(group), 'cluster')} of {len(told.clusters):,}."
        yield names[number - 1], _page(frame.PART.format(about=about, index=quote(name)), packed.index(report, group, at), texts)
    pages = [quote(names[place // size]) for place in range(len(told.clusters))]
    about = f"The versions stand in {cells.counted(len(groups), 'page')} beside this one; the list of clusters leads there."
    yield name, _page(overview.render(report, told.left_out, about), packed.index(report, told.clusters, every, pages), [])


def _texts(told: Book, clusters: Sequence[Cluster], events: Events) -> tuple[list[str], list[packed.Place]]:
    return packed.parts(details(told.report, clusters, events, told.each))


def _page(first: str, index: dict[str, Any], texts: list[str]) -> str:
    """Return a page with its first section, and the clusters of an index."""
    tool = foreign.text("{name} {version}".format(**contract.tool()))
    return "".join(
        [
            frame.HEAD.format(policy=foreign.text(assets.policy()), title=TITLE, style=assets.style()),
            first,
            frame.BODY,
            f'<script type="application/json" id="index">{foreign.data(index)}</script>\n',
            *packed.elements(texts),
            frame.FOOT.format(script=assets.script(), tool=tool),
        ]
    )
