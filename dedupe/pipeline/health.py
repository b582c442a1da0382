"""The health of scrapers, as far as what they brought tells it: ailments of a source on a day.

Thresholds are the same for all sources and languages. Each is set so that a source in order hardly ever comes near it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from dedupe.furniture import is_furniture
from dedupe.model import Ailment, Cluster, Group, Origin, Relation, Report, Story, Symptom, Tally
from dedupe.pipeline.audit import wilson
from dedupe.pipeline.tallies import day

ADDRESSES = 3  # with one text that is about none of them: two may be one page that was moved
COPIED = 10  # stories of a source on a day; of fewer, a few updates of one event may be most
MOSTLY = 1 / 2  # of them repeat others: of a source in order one in seven does, and of ten more than half on 1 of 700 days
KNOWN = 30  # stories that tell what is usual: of fewer, not even none is known to be few
JUMPED = 10  # stories of a source on a day that are set against it
LEAST = 3  # of them without a text, or cut
DEVIATIONS = 3  # of both shares, between which there must be room: by chance there is on fewer than 1 of 700 days
_WORD = re.compile(r"[^\W\d_]+")

Key = tuple[str, str]  # source and day


def looked_after(report: Report) -> Report:
    """Return a report with what it tells of the health of its sources."""
    of: Counter[Key] = Counter()
    for tally in report.sources:
        of[tally.source, tally.day] += tally.stories
    found = [*_one_text(report, of), *_copies(report, of), *_jumps(report)]
    found.sort(key=lambda one: (-one.stories, one.source, one.day, one.ailment, one.text))
    return replace(report, health=tuple(found))


def _one_text(report: Report, of: Counter[Key]) -> Iterator[Symptom]:
    """Yield each text that stands under several titles, or at several addresses, and is about none of them."""
    groups = [(found.text, group) for found in report.furniture for group in found.groups]
    groups += [(cluster.canonical.body.strip(), group) for cluster in report.clusters for group in _misplaced(cluster)]
    for text, group in groups:
        ids = [name for name in group.stories if report.fresh is None or name in report.fresh]
        if len(ids) >= ADDRESSES:
            key = (group.source, group.day)
            yield Symptom(Ailment.ONE_TEXT, *key, len(ids), max(of[key], len(ids)), group.origin, text=text)


def _misplaced(cluster: Cluster) -> Iterator[Group]:
    """Yield the members with the text of the canonical, by source and day, if that is about none of their addresses."""
    same = {side for match in cluster.matches if match.relation is Relation.IDENTICAL for side in (match.left, match.right)}
    if len(same) < ADDRESSES:
        return
    for key, stories in _by_day(story for story in cluster.members if story.id in same).items():
        if len(stories) >= ADDRESSES and is_furniture(cluster.canonical.body, [_words_of(story.url) for story in stories]):
            yield Group(*key, tuple(sorted(story.id for story in stories)), _first(stories))


def _words_of(url: str) -> str:
    """Return the words in the last part of an address, which mostly are those of a title."""
    path, _, query = url.partition("//")[2].partition("/")[2].partition("?")
    return " ".join(_WORD.findall(f"{path.rstrip('/').rpartition('/')[2]} {query}"))


def _by_day(stories: Iterable[Story]) -> dict[Key, list[Story]]:
    found = defaultdict(list)
    for story in stories:
        found[story.outlet, day(story.published)].append(story)
    return found


def _first(stories: Iterable[Story]) -> Origin:
    return min((story.origin for story in stories), key=lambda at: (at.path, at.line))


def _copies(report: Report, of: Counter[Key]) -> Iterator[Symptom]:
    """Yield each source whose stories of a day mostly repeat others of its own."""
    repeats: defaultdict[Key, list[Story]] = defaultdict(list)
    for cluster in report.clusters:
        for story in _repeated(report, cluster):
            if story.outlet != story.origin.path:  # a file of unnamed sources is none
                repeats[story.outlet, day(story.published)].append(story)
    for key, stories in repeats.items():
        if of[key] >= COPIED and len(stories) > MOSTLY * of[key]:
            yield Symptom(Ailment.COPIES, *key, len(stories), of[key], _first(stories))


def _repeated(report: Report, cluster: Cluster) -> Iterator[Story]:
    """Yield the fresh members that repeat another of the same source, as far as nobody has accepted them."""
    quiet = report.accepted.quiet if report.accepted else {}
    by_source = defaultdict(list)
    for story in cluster.members:
        by_source[story.outlet].append(story)
    for stories in by_source.values():
        fresh = [story for story in stories if report.is_fresh(story)]
        others = fresh[1:] if len(fresh) == len(stories) else fresh  # one of them repeats none, unless such a one is held
        yield from (story for story in others if story.id not in quiet)


class Seen(NamedTuple):
    """How many stories of so many have an ailment."""

    ill: int
    stories: int


def _jumps(report: Report) -> Iterator[Symptom]:
    """Yield each source and day on which more stories have no text, or a cut one, than is usual for the source.

    What is usual is told by what is held of it, in a scan by its other days.
    """
    for ailment in (Ailment.EMPTY, Ailment.CUT):
        if all(_seen(tally, ailment).ill < LEAST for tally in report.sources):
            continue
        usual: defaultdict[str, Seen] = defaultdict(lambda: Seen(0, 0))
        for tally in report.sources if report.fresh is None else report.held_sources:
            usual[tally.source] = _plus(usual[tally.source], _seen(tally, ailment), 1)
        for tally in report.sources:
            here, there = _seen(tally, ailment), usual[tally.source]
            there = _plus(there, here, -1) if report.fresh is None else there
            at = tally.empty_at if ailment is Ailment.EMPTY else tally.cut_at
            if at and _jumped(here, there):
                yield Symptom(ailment, tally.source, tally.day, *here, at, usual=there.ill / there.stories)


def _seen(tally: Tally, ailment: Ailment) -> Seen:
    return Seen(tally.empty if ailment is Ailment.EMPTY else tally.cut, tally.stories)


def _plus(one: Seen, other: Seen, sign: int) -> Seen:
    return Seen(one.ill + sign * other.ill, one.stories + sign * other.stories)


def _jumped(here: Seen, there: Seen) -> bool:
    """Whether a share is more than another by more than chance makes it."""
    if here.stories < JUMPED or here.ill < LEAST or there.stories < KNOWN:
        return False
    return wilson(*here, DEVIATIONS)[0] > wilson(*there, DEVIATIONS)[1]
