"""Gold: what a person says is one story, read from pairs, clusters or a field of the input."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dedupe.errors import DedupeError

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the two stories of a pair are one, and as which relation, if the gold says so."""

    same: bool
    relation: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """What is known: a group for each story, or verdicts on single pairs.

    `sampled` says that only the pairs of `verdicts` are judged; else `groups` decide, and with `complete` every story
    they do not name stands alone, without it such stories are not judged. `canonicals` gives a group's best story.
    """

    groups: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[Pair, Verdict] = field(default_factory=dict)
    canonicals: Mapping[str, str] = field(default_factory=dict)
    complete: bool = True
    sampled: bool = False

    @property
    def ids(self) -> frozenset[str]:
        """Every story that the gold names."""
        return frozenset(self.groups) | {story_id for pair in self.verdicts for story_id in pair}


def ordered(left: str, right: str) -> Pair:
    """Return the pair as all pairs are written: the smaller id first."""
    return (left, right) if left < right else (right, left)


def gold_of_pairs(verdicts: Mapping[Pair, Verdict]) -> Gold:
    """Return gold from pairs: with a pair that is not one story among them, a sample; else all that there is to find."""
    if any(not verdict.same for verdict in verdicts.values()):
        return Gold(verdicts=verdicts, sampled=True)
    return Gold(groups=_joined(verdicts), verdicts=verdicts)


def gold_of_clusters(clusters: Iterable[Iterable[str]], canonicals: Iterable[str] = ()) -> Gold:
    """Return gold from clusters, each named by its smallest id, and the stories among them that speak for theirs."""
    groups: dict[str, str] = {}
    for members in map(frozenset, clusters):
        name = min(members, default="")
        for story_id in sorted(members):
            if story_id in groups:
                raise DedupeError(f"story {story_id!r} is in two gold clusters; give each story one")
            groups[story_id] = name
    return Gold(groups=groups, canonicals={groups[story_id]: story_id for story_id in canonicals})


def gold_of_field(values: Mapping[str, str]) -> Gold:
    """Return gold from the value of a field for each story; stories without a value are not judged."""
    return Gold(groups={story_id: value for story_id, value in values.items() if value}, complete=False)


def _joined(pairs: Iterable[Pair]) -> dict[str, str]:
    """Give each story of a pair the smallest id that is reached from it."""
    import numpy as np

    from dedupe.cluster import components

    chosen = sorted(pairs)
    ids = sorted({story_id for pair in chosen for story_id in pair})
    place = {story_id: i for i, story_id in enumerate(ids)}
    edges = np.array([(place[left], place[right]) for left, right in chosen], np.int32).reshape(-1, 2)
    first: dict[int, str] = {}
    return {
        story_id: first.setdefault(group, story_id)
        for story_id, group in zip(ids, components(len(ids), edges).tolist(), strict=True)
    }
