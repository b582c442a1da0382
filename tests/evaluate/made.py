"""Reports and matches as tests need them: only what an evaluation looks at."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dedupe.model import Cluster, Match, Recall, Relation, Report, Story
from dedupe.settings import Settings


def match(left: str, right: str, relation: str = "near", **scores: float) -> Match:
    """Return a match whose scores are all .9, but for those given."""
    alike = Match(min(left, right), max(left, right), Relation(relation), 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, run=9)
    return replace(alike, **scores)  # type: ignore[arg-type]  # every name in `scores` is one of a float


def cluster(*ids: str, relation: str = "near") -> Cluster:
    """Return a cluster whose first story is the canonical."""
    members = tuple(Story(id=story_id, title="", body="") for story_id in ids)
    return Cluster(f"c-{ids[0]}", members[0], "", members, tuple(match(ids[0], other, relation) for other in ids[1:]))


def report(clusters: Iterable[Cluster] = (), matches: Iterable[Match] = (), related: Iterable[Match] = ()) -> Report:
    """Return a report with these clusters, and their matches unless others are given."""
    clusters = tuple(clusters)
    found = tuple(matches) or tuple(m for c in clusters for m in c.matches)
    return Report(Settings(), 0, (), clusters, found, tuple(related), Recall(0.5, 0.99, 42, 3))


def grouped(label: Mapping[str, int]) -> Report:
    """Return a report whose clusters are the groups of two or more under the same label."""
    groups: dict[int, list[str]] = {}
    for story_id, group in sorted(label.items()):
        groups.setdefault(group, []).append(story_id)
    return report(cluster(*ids) for ids in groups.values() if len(ids) > 1)
