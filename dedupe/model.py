"""What goes in and what comes out: stories, matches, clusters and the report."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dedupe.settings import Settings


class Relation(StrEnum):
    """How two stories belong together; a pair has exactly one, the first that fits."""

    IDENTICAL = "identical"
    NEAR = "near"
    EXCERPT = "excerpt"
    REWORDED = "reworded"
    TEMPLATE = "template"
    OVERLAP = "overlap"
    RELATED = "related"

    @property
    def is_duplicate(self) -> bool:
        """Whether stories so related are one story told again, and make clusters."""
        return self in DUPLICATES


DUPLICATES = frozenset({Relation.IDENTICAL, Relation.NEAR, Relation.EXCERPT, Relation.REWORDED})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a story was read: the path as given, and its first and last line, counted from 1."""

    path: str
    line: int = 1
    last_line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Story:
    """One news story as it was read; `summary` holds its bullets, `truncated` says that its text was cut."""

    id: str
    title: str
    body: str
    summary: tuple[str, ...] = ()
    source: str = ""
    url: str = ""
    published: datetime | None = None
    truncated: bool = False
    origin: Origin = field(default=Origin("-"))


@dataclass(frozen=True, slots=True)
class Skip:
    """A record that could not be read, and why; never silently lost."""

    origin: Origin
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """A scored pair (left < right) and its relation; scores are in [0, 1], `run` counts words."""

    left: str
    right: str
    relation: Relation
    jaccard: float
    containment: float
    cosine: float
    coverage: float
    alignment: float
    anchor: float
    run: int

    @property
    def similarity(self) -> float:
        """The strongest evidence that the two tell the same, in [0, 1]: what a reader is shown in percent."""
        if self.relation is Relation.IDENTICAL:
            return 1.0
        if self.relation is Relation.EXCERPT:
            return max(self.containment, self.coverage)
        return max(self.jaccard, self.cosine, self.coverage)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Stories that are one story: the canonical first, every member a duplicate of it.

    `matches` holds the match of each other member with the canonical, in the order of `members`; `reason` says why the
    canonical speaks for them.
    """

    id: str
    canonical: Story
    reason: str
    members: tuple[Story, ...]
    matches: tuple[Match, ...]

    @property
    def duplicates(self) -> tuple[Story, ...]:
        """The members that repeat the canonical: what can be dropped."""
        return tuple(member for member in self.members if member.id != self.canonical.id)


@dataclass(frozen=True, slots=True)
class Furniture:
    """One body under several titles that is about none of them: a placeholder, a cookie wall, an error page."""

    text: str
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recall:
    """The stated recall of the candidates: what share of pairs at `threshold` Jaccard the bands find."""

    threshold: float
    expected: float
    bands: int
    rows: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What a run found of the duplicates of `sampled` random stories, each compared exactly with all others.

    `low` and `high` bound the share of `pairs` that is `found`, with 95 % confidence, were the pairs independent; those of
    one large cluster are not. `missed` holds the others, the most alike first.
    """

    sampled: int
    pairs: int
    found: int
    low: float
    high: float
    missed: tuple[Match, ...]

    @property
    def share(self) -> float:
        """The share of the duplicate pairs that was found; all of none."""
        return self.found / self.pairs if self.pairs else 1.0


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a file of decisions did to a run, and why each story that known pairs quiet is, by id.

    `gone` names by contents and verdict the lines whose stories are not here; `findings` say which are not followed.
    """

    lines: int
    quiet: dict[str, str]
    gone: tuple[tuple[str, str, str], ...]
    findings: tuple[Skip, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found. Nothing in it depends on the order of the input, on threads or on the clock.

    `clusters` are the duplicates, quiet ones too; `matches` every scored pair that is named (duplicates, templates, overlaps);
    `related` the pairs that tell the same event separately; `stories` those that clusters, matches and related speak of, by
    id; `contents` name their normal texts.
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
        """Return the members that nobody has accepted: of a cluster in which none is quiet, all but the canonical."""
        quiet = self.accepted.quiet if self.accepted else {}
        if quiet.keys().isdisjoint(member.id for member in cluster.members):
            return cluster.duplicates
        return tuple(member for member in cluster.members if member.id not in quiet)

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


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence of the left story, the sentence of the right most like it ("" for none), and their cosine."""

    left: str
    right: str
    cosine: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two stories match, or do not.

    `rules` holds each relation's rule with its figures and whether it fits, in the order in which they are asked; `sources`
    propose the pair; `sentences` are the shorter story's, with their best partners; `shared` the heaviest names and numbers
    that both have, `missing` those that the other lacks, `masked` the sentences left out as boilerplate: left and right.
    """

    left: Story
    right: Story
    relation: Relation | None
    match: Match
    rules: tuple[tuple[Relation, str, bool], ...]
    sources: tuple[str, ...]
    sentences: tuple[Aligned, ...]
    shared: tuple[str, ...]
    missing: tuple[tuple[str, ...], tuple[str, ...]]
    masked: tuple[tuple[str, ...], tuple[str, ...]]
