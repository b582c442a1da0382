"""Which decisions are in force: not those that have run out, nor those that contradict each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dedupe.accepted.decision import Decision, Verdict
from dedupe.model import Skip


@dataclass(frozen=True, slots=True)
class Settled:
    """The decisions of a file: `lines` are all, `in_force` those that hold; `findings` say why the others do not."""

    lines: tuple[Decision, ...] = ()
    in_force: tuple[Decision, ...] = ()
    findings: tuple[Skip, ...] = ()


NOTHING = Settled()


def settle(decisions: Iterable[Decision], today: date) -> Settled:
    """Return which decisions are in force on a day; where some contradict each other, none of them is."""
    lines = tuple(decisions)
    findings = {told: f"ran out on {told.until}; renew or drop it" for told in lines if told.until and told.until < today}
    for find in (_contradicted, _kept_both_ways, _joined_and_parted):
        findings |= dict(find([told for told in lines if told not in findings]))
    told = (Skip(line.origin, f"{line.verdict}: {findings[line]}") for line in lines if line in findings)
    return Settled(lines, tuple(line for line in lines if line not in findings), tuple(dict.fromkeys(told)))


Found = Iterator[tuple[Decision, str]]


def _contradicted(decisions: Sequence[Decision]) -> Found:
    """Yield what is said of a pair that is called different and something else as well."""
    of_pair = defaultdict(list)
    for told in decisions:
        of_pair[told.pair].append(told)
    for lines in of_pair.values():
        apart = [told for told in lines if told.verdict is Verdict.DIFFERENT]
        others = [told for told in lines if told.verdict is not Verdict.DIFFERENT]
        for told, against in ((told, others if told in apart else apart) for told in lines):
            if apart and others:
                yield told, f"contradicts {_places(against)}; none of them is applied"


def _kept_both_ways(decisions: Sequence[Decision]) -> Found:
    """Yield what keeps one story over another that, by other lines, is kept over it."""
    over = defaultdict(set)
    kept = [told for told in decisions if told.verdict is Verdict.KEEP and told.left != told.right]
    for told in kept:
        over[told.left].add(told.right)
    for told in kept:
        reached, left = set(), [told.right]
        while left:
            here = left.pop()
            if here not in reached:
                reached.add(here)
                left.extend(over[here])
        if told.left in reached:
            yield told, "contradicts other lines that keep the other one; none of them is applied"


def _joined_and_parted(decisions: Sequence[Decision]) -> Found:
    """Yield what joins stories of which two are called different."""
    group: dict[str, set[str]] = {}
    for told in decisions:
        if told.verdict is Verdict.SAME:
            joined = group.get(told.left, {told.left}) | group.get(told.right, {told.right})
            group |= dict.fromkeys(joined, joined)
    apart = [told for told in decisions if told.verdict is Verdict.DIFFERENT and told.right in group.get(told.left, ())]
    for told in decisions:
        against = [other for other in apart if told.left in group[other.left]]
        if told.verdict is Verdict.SAME and against:
            yield told, f"with others joins what {_places(against)} calls different; it is not applied"


def _places(decisions: Iterable[Decision]) -> str:
    lines = sorted({told.origin.line for told in decisions})
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}"
