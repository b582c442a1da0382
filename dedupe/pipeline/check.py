"""`check`: fresh stories beside those that are held, and of what is found that which touches a fresh one."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dedupe.accepted import NOTHING, Settled
from dedupe.model import Match, Report
from dedupe.pipeline.arrivals import Arrivals
from dedupe.pipeline.scan import Opened, Progress, scan_decided
from dedupe.settings import Settings

if TYPE_CHECKING:
    from dedupe.engines import Engine


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
    against  those that are held, likewise
    """
    return check_decided(Arrivals(Opened(against), Opened(inputs)), settings, progress=progress, engine=engine)


def check_decided(
    arrivals: Arrivals,
    settings: Settings,
    decisions: Settled = NOTHING,
    *,
    progress: Progress | None = None,
    engine: "Engine | None" = None,
) -> Report:
    """Return what the fresh ones of stories that arrive repeat, joined, parted and quieted as people decided."""
    report = scan_decided(arrivals, settings, decisions, progress=progress, engine=engine)
    return touching(replace(report, skipped_held=tuple(arrivals.skipped)), arrivals)


def touching(report: Report, arrivals: Arrivals) -> Report:
    """Return what of a report touches a fresh story."""
    fresh = frozenset(arrivals.fresh)
    clusters = tuple(each for each in report.clusters if not fresh.isdisjoint(member.id for member in each.members))
    spokes = {(match.left, match.right) for each in clusters for match in each.matches}

    def kept(matches: Iterable[Match]) -> tuple[Match, ...]:
        return tuple(m for m in matches if m.left in fresh or m.right in fresh or (m.left, m.right) in spokes)

    matches, related = kept(report.matches), kept(report.related)
    named = {member.id for each in clusters for member in each.members}
    named |= {side for match in (*matches, *related) for side in (match.left, match.right)}
    return replace(
        report,
        read=len(fresh),
        clusters=clusters,
        matches=matches,
        related=related,
        stories={name: story for name, story in report.stories.items() if name in named},
        contents={name: content for name, content in report.contents.items() if name in named},
        furniture=tuple(each for each in report.furniture if not fresh.isdisjoint(each.stories)),
        fresh=fresh,
        held=arrivals.held,
        already=arrivals.already,
    )
