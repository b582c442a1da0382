"""`check`: fresh stories beside those that are held, and of what is found that which touches a fresh one."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dedupe import rows
from dedupe.accepted import NOTHING
from dedupe.model import Match, Policy, Report, Skip
from dedupe.pipeline.add import put
from dedupe.pipeline.arrivals import Arrivals
from dedupe.pipeline.beside import Beside, Way, beside, deciding
from dedupe.pipeline.gone import gone
from dedupe.pipeline.health import looked_after
from dedupe.pipeline.newcomers import Newcomers
from dedupe.pipeline.policy import doubts, failing
from dedupe.pipeline.scan import Opened, Progress, Source, counted, reported, scan_by_node
from dedupe.pipeline.sums import held as held_sources
from dedupe.pipeline.touched import touched
from dedupe.settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.engines import Engine
    from dedupe.index import Index


def check(
    inputs: Any,
    against: Any,
    settings: Settings = Settings(),  # noqa: B008  frozen: one default serves all calls
    *,
    progress: Progress | None = None,
    engine: "Engine | None" = None,
) -> Report:
    """Return what fresh stories repeat of those held, and of each other: what `scan` finds in both that touches a fresh one.

    inputs   the fresh stories: stories, or paths, as of `scan`
    against  those that are held, likewise; or an index, of `open_index`
    """
    from dedupe.engines.local import Local
    from dedupe.index import Index

    way = Way(settings, NOTHING, engine or Local(), progress or (lambda *_: None))
    if isinstance(against, Index):
        return check_index(against, Opened(inputs), way)
    return check_decided(Arrivals(Opened(against), Opened(inputs)), way)


def check_decided(arrivals: Arrivals, way: Way) -> Report:
    """Return what the fresh ones of stories that arrive repeat, joined, parted and quieted as people decided."""
    report = scan_by_node(arrivals, way.settings, way.decisions, progress=way.progress, engine=way.engine)
    report = replace(report, held=arrivals.held, already=arrivals.already, skipped_held=tuple(arrivals.skipped))
    return looked_after(touching(report, frozenset(arrivals.fresh)))


def check_index(index: "Index", inputs: Source, way: Way, *, add: Policy | None = None) -> Report:
    """Return what fresh stories repeat of those that an index holds, and of each other; clusters have the names they have there.

    add  put those that this policy does not count into the index, which is open for writing, unless it doubts the answer
    """
    index.fit(deciding(way.settings))
    skipped: list[Skip] = []
    newcomers, held = Newcomers(index, inputs), len(index)
    told = beside(index, rows.batches(counted(newcomers, way.progress), skipped.append), way)
    report = reported(told.ran, skipped, len(newcomers.repeated), way.progress, newcomers.fresh)
    report = replace(_named(report, index, told), held=held, already=newcomers.already, held_sources=held_sources(index))
    report = looked_after(touching(report, frozenset(newcomers.fresh)))
    report = replace(report, accepted=report.accepted and gone(report.accepted, index))
    if add and not list(doubts(report, add)):
        put(index, _passing(told, report, {repeat.story.id for repeat in failing(report, add)}), way)
    return report


def touching(report: Report, fresh: frozenset[str]) -> Report:
    """Return what of a report touches a fresh story."""
    clusters = tuple(each for each in report.clusters if not fresh.isdisjoint(member.id for member in each.members))
    spokes = {(match.left, match.right) for each in clusters for match in each.matches}

    def kept(matches: Iterable[Match]) -> tuple[Match, ...]:
        return tuple(m for m in matches if m.left in fresh or m.right in fresh or (m.left, m.right) in spokes)

    matches, related = kept(report.matches), kept(report.related)
    members = {member.id for each in clusters for member in each.members}
    named = members | {side for match in (*matches, *related) for side in (match.left, match.right)}
    quiet = {name: why for name, why in report.accepted.quiet.items() if name in members} if report.accepted else {}
    return replace(
        report,
        read=len(fresh),
        clusters=clusters,
        matches=matches,
        related=related,
        stories={name: story for name, story in report.stories.items() if name in named},
        contents={name: content for name, content in report.contents.items() if name in named},
        accepted=report.accepted and replace(report.accepted, quiet=quiet),
        furniture=tuple(each for each in report.furniture if not fresh.isdisjoint(each.stories)),
        fresh=fresh,
    )


def _named(report: Report, index: "Index", told: Beside) -> Report:
    """Return a report whose clusters have the names that they would have in the index."""
    names = touched(index, told, None).names
    return replace(report, clusters=tuple(replace(each, id=names[rows.key(each.canonical.id)]) for each in report.clusters))


def _passing(told: Beside, report: Report, failed: set[str]) -> "Iterable[pa.RecordBatch]":
    """Yield the fresh stories that did not fail, as they were read."""
    import pyarrow as pa

    corpus = told.ran.corpus
    for _, batch in corpus.engine.numbered(corpus.rows):
        passes = [name in (report.fresh or ()) and name not in failed for name in batch.column("id").to_pylist()]
        yield batch.select(rows.schema().names).filter(pa.array(passes))
