"""One report against one gold: the figures, the relations, and what went wrong, worst first."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from dedupe.evaluate.agreement import Agreement
from dedupe.evaluate.gold import Gold, Pair
from dedupe.evaluate.judge import GroupJudge, PairJudge, judge_of, labels
from dedupe.evaluate.slips import Slip, pair_slips, split_slips
from dedupe.model import Match, Report

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

NONE, JOINED, UNSEEN = "none", "same cluster", "unseen"  # what a run calls a pair to which it gives no relation

Rescore = Callable[[Collection[Pair]], Mapping[Pair, Match]]


@dataclass(frozen=True, slots=True)
class Slips:
    """The worst slips, and how many there are in all."""

    total: int
    worst: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class Confusion:
    """How many pairs that gold gives one relation were given another, or the same, by the run."""

    gold: str
    found: str
    pairs: int


@dataclass(frozen=True, slots=True)
class Canonicals:
    """Of the canonicals that gold names and that stand in a cluster, how many speak for it in the run, too."""

    total: int
    right: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a report agrees with gold; `judged` counts stories, or pairs where the gold is `sampled`.

    `unknown` are the stories of the gold that the input lacks: they are left out.
    """

    judged: int
    sampled: bool
    unknown: tuple[str, ...]
    figures: Agreement
    canonicals: Canonicals | None
    relations: tuple[Confusion, ...]
    false_merges: Slips
    misses: Slips


def evaluate(report: Report, gold: Gold, ids: Collection[str], limit: int = 20, rescore: Rescore | None = None) -> Evaluation:
    """Return how the report of a run over the stories `ids` agrees with gold.

    At most `limit` false merges and misses are listed; `rescore` gives the scores of pairs of which the run made no match.
    """
    judge = judge_of(gold, ids)
    found = labels(report, judge.places)
    scored = {(m.left, m.right): m for m in chain(*(c.matches for c in report.clusters), report.related, report.matches)}
    named = {(m.left, m.right) for m in report.matches if m.relation.is_duplicate}
    if isinstance(judge, PairJudge):
        judged, (merges, misses) = len(judge.verdicts), _wrong_pairs(judge, found, named, scored)
    else:
        judged, (merges, misses) = len(judge.judged), _wrong_groups(judge, found, scored.values())
    return Evaluation(
        judged=judged,
        sampled=gold.sampled,
        unknown=tuple(sorted(gold.ids - judge.places.keys())),
        figures=judge.figures(found, named),
        canonicals=_canonicals(gold, report),
        relations=_relations(gold, judge.places, found, scored),
        false_merges=Slips(len(merges), tuple(_listed(merges[:limit], gold, JOINED, rescore))),
        misses=Slips(len(misses), tuple(_listed(misses[:limit], gold, NONE, rescore))),
    )


def _wrong_pairs(
    judge: PairJudge, found: "Array", named: Collection[Pair], scored: Mapping[Pair, Match]
) -> tuple[list[Slip], list[Slip]]:
    hit = {pair: pair in named or judge.is_found(pair, found) for pair in judge.verdicts}
    merges = pair_slips((pair for pair, same in judge.verdicts.items() if hit[pair] and not same), scored)
    misses = pair_slips((pair for pair, same in judge.verdicts.items() if same and not hit[pair]), scored)
    return merges, misses


def _wrong_groups(judge: GroupJudge, found: "Array", matches: Iterable[Match]) -> tuple[list[Slip], list[Slip]]:
    ids, matches = list(judge.places), list(matches)
    gold = {ids[place]: group for place, group in zip(judge.judged.tolist(), judge.gold.tolist(), strict=True)}
    clusters = {ids[place]: group for place, group in zip(judge.judged.tolist(), found[judge.judged].tolist(), strict=True)}
    return split_slips(clusters, gold, matches), split_slips(gold, clusters, matches)


def _listed(slips: Sequence[Slip], gold: Gold, unnamed: str, rescore: Rescore | None) -> Iterator[Slip]:
    """Yield slips with the scores of their pairs and what gold and run call them: `unnamed` where the run has no name."""
    open_pairs = [(slip.left, slip.right) for slip in slips if not slip.match]
    rescored = rescore(open_pairs) if rescore and open_pairs else {}
    for slip in slips:
        pair = slip.left, slip.right
        run = str(slip.match.relation) if slip.match else unnamed
        if unnamed == NONE and pair in rescored and rescored[pair].relation.is_duplicate:
            run = UNSEEN
        verdict = gold.verdicts.get(pair)
        yield replace(slip, match=slip.match or rescored.get(pair), gold=verdict.relation if verdict else "", run=run)


def _canonicals(gold: Gold, report: Report) -> Canonicals | None:
    """Return None where the gold names no canonical."""
    if not gold.canonicals:
        return None
    best = {member.id: cluster.canonical.id for cluster in report.clusters for member in cluster.members}
    chosen = [best[story_id] == story_id for story_id in gold.canonicals.values() if story_id in best]
    return Canonicals(len(chosen), sum(chosen))


def _relations(gold: Gold, places: Mapping[str, int], found: "Array", scored: Mapping[Pair, Match]) -> tuple[Confusion, ...]:
    """Return the relations of the pairs to which gold gives one, in both namings."""
    counts: Counter[Pair] = Counter()
    for (left, right), verdict in gold.verdicts.items():
        if verdict.relation and left in places and right in places:
            match = scored.get((left, right))
            apart = NONE if found[places[left]] != found[places[right]] else JOINED
            counts[verdict.relation, str(match.relation) if match else apart] += 1
    return tuple(Confusion(*names, pairs) for names, pairs in sorted(counts.items()))
