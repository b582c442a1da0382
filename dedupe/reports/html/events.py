"""The events that clusters belong to, and what else tells them."""

from collections import defaultdict
from typing import Any

from dedupe.model import Cluster, Match, Report, Story
from dedupe.reports import cells
from dedupe.reports.html import foreign

MOST = 30  # stories of one event listed beside a cluster


class Events:
    """The events of a report, looked up by cluster."""

    def __init__(self, report: Report) -> None:
        self._stories = report.stories
        self._cluster_of = {member.id: cluster for cluster in report.clusters for member in cluster.members}
        self._event_of = {name: ids for ids in report.events for name in ids}
        self._matches: dict[str, list[Match]] = defaultdict(list)
        for match in report.related:
            self._matches[match.left].append(match)
            self._matches[match.right].append(match)

    def around(self, cluster: Cluster) -> list[dict[str, Any]]:
        """Return the stories that tell a cluster's event separately, the most alike first; of another cluster, its canonical."""
        like = self._alike(cluster)
        own = {member.id for member in cluster.members}
        told: dict[str, tuple[Story, float]] = {}
        for name in self._event_of.get(cluster.canonical.id, ()):
            if name not in own:
                other = self._cluster_of.get(name)
                story = other.canonical if other else self._stories[name]
                best = max(like.get(name, 0.0), told[story.id][1] if story.id in told else 0.0)
                told[story.id] = (story, best)
        ordered = sorted(told.values(), key=lambda pair: (-pair[1], pair[0].id))
        return [self._told(*pair) for pair in ordered[:MOST]]

    def _alike(self, cluster: Cluster) -> dict[str, float]:
        """Return how alike each story is to the member of a cluster that it is most like."""
        like: dict[str, float] = {}
        for member in cluster.members:
            for match in self._matches.get(member.id, ()):
                other = match.right if match.left == member.id else match.left
                like[other] = max(like.get(other, 0.0), match.similarity)
        return like

    def _told(self, story: Story, alike: float) -> dict[str, Any]:
        cluster = self._cluster_of.get(story.id)
        return {
            "title": cells.title(story),
            "source": foreign.source(story),
            "url": foreign.link(story.url),
            "at": story.published.isoformat() if story.published else "",
            "place": cells.inert(str(story.origin)),
            "alike": round(alike, 4),
            "cluster": cluster.id if cluster else "",
            "versions": len(cluster.members) if cluster else 1,
        }
