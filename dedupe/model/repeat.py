"""Which stories of a report repeat which others, or have their form: what is found of each, once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from dedupe.model.cluster import Cluster, Match
from dedupe.model.report import Report
from dedupe.model.story import Relation, Story

_SEVERITY = {relation: rank for rank, relation in enumerate(Relation)}


@dataclass(frozen=True, slots=True)
class Repeat:
    """A story that repeats an `other` or has its form, and their match; `accepted` says why it is quiet, "" for a new one."""

    story: Story
    other: Story
    match: Match
    accepted: str = ""


def told_again(report: Report) -> tuple[Repeat, ...]:
    """Return each story that repeats another, and where a policy counts them those that have the form of another."""
    return (*repeats(report), *(templates(report) if report.fails_on(Relation.TEMPLATE) else ()))


def repeats(report: Report) -> tuple[Repeat, ...]:
    """Return each story that repeats another: in a check each fresh one, with a held one where it is as close to that."""
    closest: dict[str, list[Match]] = defaultdict(list)
    fresh = report.fresh or frozenset()
    for match in (match for match in report.matches if match.relation.is_duplicate):
        if (match.left in fresh) != (match.right in fresh):
            closest[match.left if match.left in fresh else match.right].append(match)
    return tuple(repeat for cluster in report.clusters for repeat in _of_cluster(report, cluster, closest))


def _of_cluster(report: Report, cluster: Cluster, closest: Mapping[str, list[Match]]) -> Iterator[Repeat]:
    quiet = report.accepted.quiet if report.accepted else {}
    told = list(zip(cluster.duplicates, cluster.matches, strict=True))
    new = {story.id for story in report.new(cluster)}
    held = [one for one in told if not report.is_fresh(one[0])]
    speaker = cluster.canonical
    if speaker.id in new or (held and report.is_fresh(speaker)):  # the others were there before this one came
        other, match = held[0] if held else next(one for one in told if one[0].id not in new)
        told.remove((other, match))
        yield Repeat(speaker, other, match, quiet.get(speaker.id, ""))
    there = {story.id: story for story, _ in held}
    for story, match in told:
        if report.is_fresh(story):
            found = [(match, speaker), *_beside(story, closest.get(story.id, ()), there)]
            nearest, other = min(found, key=lambda one: (_SEVERITY[one[0].relation], report.is_fresh(one[1]), -one[0].similarity))
            yield Repeat(story, other, nearest, quiet.get(story.id, ""))


def _beside(story: Story, matches: Iterable[Match], there: Mapping[str, Story]) -> Iterator[tuple[Match, Story]]:
    """Yield the matches of a story with those that are there."""
    for match in matches:
        name = match.left if match.right == story.id else match.right
        if name in there:
            yield match, there[name]


def templates(report: Report) -> tuple[Repeat, ...]:
    """Return each fresh story that has the form of another with other facts, and the one it is most like.

    Of two fresh stories, the one that came later has the form of the other.
    """
    best: dict[str, Repeat] = {}
    for match in (match for match in report.matches if match.relation is Relation.TEMPLATE):
        other, story = sorted((report.stories[match.left], report.stories[match.right]), key=lambda one: _order(report, one))
        known = best.get(story.id)
        if report.is_fresh(story) and (known is None or match.similarity > known.match.similarity):
            best[story.id] = Repeat(story, other, match, _known(report, match))
    return tuple(best.values())


def _order(report: Report, story: Story) -> tuple[bool, datetime, str, int, str]:
    """Return what sorts held stories before fresh ones, and earlier before later ones; what has no date comes last."""
    when = story.published or datetime.max
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return report.is_fresh(story), when, story.origin.path, story.origin.line, story.id


def _known(report: Report, match: Match) -> str:
    left, right = sorted(report.contents.get(side, "") for side in (match.left, match.right))
    return report.accepted.known.get((left, right), "") if report.accepted else ""
