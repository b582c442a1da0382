"""Which stories of a report repeat which others: what is found of each, once."""

from collections.abc import Iterator
from dataclasses import dataclass

from dedupe.model.cluster import Cluster, Match
from dedupe.model.report import Report
from dedupe.model.story import Story


@dataclass(frozen=True, slots=True)
class Repeat:
    """A story that repeats an `other`, and their match; `accepted` says why nobody need look at it, "" for a new one."""

    story: Story
    other: Story
    match: Match
    accepted: str = ""


def repeats(report: Report) -> tuple[Repeat, ...]:
    """Return each story that repeats another: in a check each fresh one, with the held one that it repeats where it can be."""
    return tuple(repeat for cluster in report.clusters for repeat in _of_cluster(report, cluster))


def _of_cluster(report: Report, cluster: Cluster) -> Iterator[Repeat]:
    quiet = report.accepted.quiet if report.accepted else {}
    told = list(zip(cluster.duplicates, cluster.matches, strict=True))
    new = {story.id for story in report.new(cluster)}
    held = [one for one in told if not report.is_fresh(one[0])]
    speaker = cluster.canonical
    if speaker.id in new or (held and report.is_fresh(speaker)):  # the others were there before this one came
        other, match = held[0] if held else next(one for one in told if one[0].id not in new)
        told.remove((other, match))
        yield Repeat(speaker, other, match, quiet.get(speaker.id, ""))
    for story, match in told:
        if report.is_fresh(story):
            yield Repeat(story, speaker, match, quiet.get(story.id, ""))
