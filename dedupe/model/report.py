"""What comes out: the report of a run."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dedupe.model.cluster import Cluster, Match
from dedupe.model.found import Accepted, Audit, Furniture, Recall
from dedupe.model.health import Symptom
from dedupe.model.story import Skip, Story
from dedupe.model.tally import Tally
from dedupe.model.verdict import Verdict
from dedupe.settings import Settings


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found. Nothing in it depends on the order of the input, on threads or on the clock.

    A check tells of its `read` fresh stories alone, whose ids are `fresh`, and of the held ones that they touch, of `held` in
    all; `already` of the stories that came were held as they are, and of what is held `skipped_held` could not be read. In a
    scan `fresh` is None: every story counts.

    `clusters` are the duplicates, quiet ones too; `matches` every scored pair that is named (duplicates, templates, overlaps);
    `related` the pairs that tell the same event separately; `stories` those that clusters, matches and related speak of, by
    id; `contents` name their normal texts; `sources` count what was read of each, `held_sources` what is held of it; `health`
    is what seems wrong with sources; `verdict` is what a policy says of all this, where one was asked; `masked` holds of stories
    in clusters the sentences that are left out as boilerplate, by id.
    """

    settings: Settings
    read: int
    skipped: tuple[Skip, ...]
    clusters: tuple[Cluster, ...]
    matches: tuple[Match, ...]
    related: tuple[Match, ...]
    recall: Recall
    stories: dict[str, Story] = field(default_factory=dict)
    repeated_ids: int = 0
    furniture: tuple[Furniture, ...] = ()
    audit: Audit | None = None
    contents: dict[str, str] = field(default_factory=dict)
    accepted: Accepted | None = None
    fresh: frozenset[str] | None = None
    held: int = 0
    already: int = 0
    skipped_held: tuple[Skip, ...] = ()
    sources: tuple[Tally, ...] = ()
    held_sources: tuple[Tally, ...] = ()
    health: tuple[Symptom, ...] = ()
    verdict: Verdict | None = None
    masked: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def duplicates(self) -> tuple[Story, ...]:
        """Every story that repeats its cluster's canonical: what can be dropped."""
        return tuple(story for cluster in self.clusters for story in cluster.duplicates)

    @property
    def canonicals(self) -> tuple[Story, ...]:
        """The story that speaks for each cluster: what to keep of the duplicates."""
        return tuple(cluster.canonical for cluster in self.clusters)

    @property
    def events(self) -> tuple[tuple[str, ...], ...]:
        """Ids of stories that tell one event, largest event first: `related` and the clusters, joined."""
        return tuple(_events(self.clusters, self.related))

    def new(self, cluster: Cluster) -> tuple[Story, ...]:
        """Return the members that nobody has accepted: of a cluster in which none is known, all but the canonical.

        What is held is known, and in a scan what accepted pairs quiet.
        """
        quiet = self.accepted.quiet if self.accepted else {}
        known = {member.id for member in cluster.members if member.id in quiet or not self.is_fresh(member)}
        return tuple(member for member in (cluster.members if known else cluster.duplicates) if member.id not in known)

    @property
    def new_duplicates(self) -> tuple[Story, ...]:
        """Every fresh story that repeats another, as far as nobody has accepted it."""
        return tuple(story for cluster in self.clusters for story in self.new(cluster))

    def is_fresh(self, story: Story) -> bool:
        """Whether a story is one that was to be looked at: in a check not one of those that are held."""
        return self.fresh is None or story.id in self.fresh

    def fails_on(self, name: str) -> bool:
        """Whether a policy was asked that counts findings of this name."""
        return self.verdict is not None and name in self.verdict.policy.fail_on

    def matches_of(self, story_id: str) -> tuple[Match, ...]:
        """Every match and every related pair of one story."""
        return tuple(m for m in (*self.matches, *self.related) if story_id in (m.left, m.right))


def _events(clusters: tuple[Cluster, ...], related: tuple[Match, ...]) -> Iterator[tuple[str, ...]]:
    group: dict[str, set[str]] = {}
    links = [(c.canonical.id, m.id) for c in clusters for m in c.members] + [(m.left, m.right) for m in related]
    for left, right in links:
        joined = group.get(left, {left}) | group.get(right, {right})
        group |= dict.fromkeys(joined, joined)
    told = {id(members): members for members in group.values() if len(members) > 1}
    yield from sorted((tuple(sorted(members)) for members in told.values()), key=lambda ids: (-len(ids), ids))
