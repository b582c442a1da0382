"""What the script of the page reads: an index of all clusters, and their texts in parts, compressed where they take room."""

import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from dedupe.model import Cluster, Report
from dedupe.reports import cells, contract
from dedupe.reports.html import foreign
from dedupe.reports.html.detail import conflicts

PLAIN = 400_000  # bytes of texts that are left as they are, for any reader and any tool
PART = 200_000  # bytes of one part: opened as a whole when one of its clusters is

Place = tuple[int, int, int]  # of a cluster: its part, its place in that, and how many facts its versions tell differently


def parts(details: Iterable[dict[str, Any]]) -> tuple[list[str], list[Place]]:
    """Return the texts of clusters as JSON lists, and for each cluster its part, its place in it and its differing facts."""
    written: list[str] = []
    current: list[str] = []
    at: list[Place] = []
    size = 0
    for detail in details:
        text = foreign.data(detail)
        if current and size + len(text) > PART:
            written.append(f"[{','.join(current)}]")
            current, size = [], 0
        at.append((len(written), len(current), conflicts(detail)))
        current.append(text)
        size += len(text)
    return [*written, f"[{','.join(current)}]"] if current else written, at


def elements(written: list[str]) -> Iterator[str]:
    """Yield the elements that hold the parts: as JSON where all are small, else deflated."""
    small = sum(map(len, written)) <= PLAIN
    for text in written:
        kind, content = ("application/json", text) if small else ("application/base64", _deflated(text))
        yield f'<script type="{kind}" class="part">{content}</script>\n'


def _deflated(text: str) -> str:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return b64encode(packer.compress(text.encode()) + packer.flush()).decode()


def index(report: Report, clusters: Sequence[Cluster], at: Sequence[Place], pages: Sequence[str] = ()) -> dict[str, Any]:
    """Return the index: the sources, and a row for each cluster; `pages` names the page of each, where it is not this one."""
    sources: dict[str, int] = {}
    rows = []
    for number, (cluster, (part, place, differing)) in enumerate(zip(clusters, at, strict=True)):
        page = pages[number] if pages else ""
        rows.append([*_row(report, cluster, sources), part, place, page, differing])
    return {"key": _key(clusters), "sources": [*sources], "clusters": rows}


def _key(clusters: Sequence[Cluster]) -> str:
    """Return a name for what is shown, under which a browser keeps decisions."""
    return sha256(" ".join(f"{cluster.id}:{len(cluster.members)}" for cluster in clusters).encode()).hexdigest()[:16]


def _row(report: Report, cluster: Cluster, sources: dict[str, int]) -> Iterator[Any]:
    told = [*contract.members(cluster)]
    dates = sorted(story.published.timestamp() for story in cluster.members if story.published)
    title = cells.title(cluster.canonical)
    others = dict.fromkeys(cells.title(story) for story in cluster.members)
    repeats = [(relation, similarity) for _, relation, similarity in told if relation != contract.CANONICAL]
    yield cluster.id
    yield title
    yield len(cluster.members)
    yield len(report.new(cluster))
    yield [*dict.fromkeys(sources.setdefault(foreign.source(story), len(sources)) for story in cluster.members)]
    yield [*dict.fromkeys(relation for relation, _ in repeats)]
    yield round(max((like for _, like in repeats), default=1.0), 4)
    yield round(min((like for _, like in repeats), default=1.0), 4)
    yield [round(dates[0]), round(dates[-1])] if dates else []
    yield " \n".join(other for other in others if other != title)[:1000]
