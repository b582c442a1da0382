"""What is found of stories: scored pairs and clusters."""

from dataclasses import dataclass

from dedupe.model.story import Relation, Story


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
