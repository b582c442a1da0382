"""Judges: groupings of the stories of one run against one gold, by groups or by a sample of pairs."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from dedupe.errors import DedupeError
from dedupe.evaluate.agreement import Agreement, Pairs, agreement
from dedupe.evaluate.gold import Gold, Pair
from dedupe.model import Report

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


class Judge(Protocol):
    """Says how well a grouping of stories agrees with the gold; `places` numbers the stories from 0."""

    @property
    def places(self) -> Mapping[str, int]:
        """The number of each story."""

    def figures(self, found: "Array", named: Collection[Pair] = ()) -> Agreement:
        """Return the figures of groups, int64[n] by place, and of pairs that are named as one story besides."""


@dataclass(frozen=True, slots=True)
class GroupJudge:
    """Judges by groups: `gold`, int64[m], are those of the stories at `judged`, int64[m]."""

    places: Mapping[str, int]
    judged: "Array"
    gold: "Array"

    def figures(self, found: "Array", named: Collection[Pair] = ()) -> Agreement:
        """Return the figures of groups; single pairs make no group and do not count."""
        return agreement(self.gold, found[self.judged])


@dataclass(frozen=True, slots=True)
class PairJudge:
    """Judges by a sample: whether each pair that has a verdict was found, and no other."""

    places: Mapping[str, int]
    verdicts: Mapping[Pair, bool]

    def figures(self, found: "Array", named: Collection[Pair] = ()) -> Agreement:
        """Return the pairwise figures over the sample; a pair is found in one group or named as one story."""
        hits = [same for pair, same in self.verdicts.items() if self.is_found(pair, found) or pair in named]
        pairs = Pairs(sum(self.verdicts.values()), len(hits), sum(hits))
        return Agreement(pairs, pairs.score)

    def is_found(self, pair: Pair, found: "Array") -> bool:
        """Whether the two stories of a pair are in one group."""
        left, right = (self.places[story_id] for story_id in pair)
        return bool(found[left] == found[right])


def judge_of(gold: Gold, ids: Iterable[str]) -> GroupJudge | PairJudge:
    """Return the judge of a run that read these stories; what the gold says of other stories is left out."""
    import numpy as np

    places = {story_id: i for i, story_id in enumerate(sorted(ids))}
    if gold.ids.isdisjoint(places):
        some = f", such as {min(gold.ids)!r}; the input has {min(places)!r}" if gold.ids and places else ""
        raise DedupeError(f"none of the {len(gold.ids):,} stories of the gold is in the input{some}; name both by the same ids")
    if gold.sampled:
        return PairJudge(places, {pair: v.same for pair, v in gold.verdicts.items() if all(s in places for s in pair)})
    judged = [story_id for story_id in places if gold.complete or story_id in gold.groups]
    number = {group: i for i, group in enumerate(sorted(set(gold.groups.values())))}
    labels = [number[gold.groups[s]] if s in gold.groups else len(number) + places[s] for s in judged]
    return GroupJudge(places, np.array([places[s] for s in judged], np.int64), np.array(labels, np.int64))


def labels(report: Report, places: Mapping[str, int]) -> "Array":
    """Return the cluster of each story by its place, int64[n]: a story alone has a number of its own."""
    import numpy as np

    found = np.arange(len(places), dtype=np.int64)
    for number, cluster in enumerate(report.clusters, len(places)):
        found[[places[story.id] for story in cluster.members]] = number
    return found
