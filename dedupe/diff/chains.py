"""Pairs of sentences in order: the chain that kept its order, and what stands in its gaps."""

import sys
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dedupe.diff.sentences import Sentence
from dedupe.diff.similarity import Pair, equal_pairs

_NARROW = 12  # pairs of sentences in a gap in which two that are hardly alike are one rewritten
_WIDE = 0.24  # cosine of two that belong together in a wider one


def heaviest_chain(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the heaviest chain of pairs that rises on both sides: what kept its order.

    A longest increasing subsequence with weights, in O(n log n).
    """
    ends: list[int] = []  # where chains end on the right, rising; each is heavier than the one before
    totals: list[int] = []
    lasts: list[Pair] = []
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(pairs, key=lambda p: (p.left, -p.right)):
        at = bisect_left(ends, pair.right)
        total = pair.weight + (totals[at - 1] if at else 0)
        beaten = at
        while beaten < len(ends) and totals[beaten] <= total:
            beaten += 1
        if beaten == at < len(ends) and ends[at] == pair.right:
            continue
        before[pair] = lasts[at - 1] if at else None
        ends[at:beaten], totals[at:beaten], lasts[at:beaten] = [pair.right], [total], [pair]
    chain = []
    last = lasts[-1] if lasts else None
    while last:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def equal_chain(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return the places of equal sentences in the order of both texts, of as many words as can be."""
    places = set(equal_pairs([s.key for s in left], [s.key for s in right]))
    return [(p.left, p.right) for p in heaviest_chain(Pair(i, j, 1.0, len(left[i].words)) for i, j in places)]


def within_gaps(pairs: Iterable[Pair], chain: Sequence[Pair], spare: tuple[Sequence[int], Sequence[int]]) -> list[Pair]:
    """Return the pairs whose two sides stand between the same links of a chain; the wider a gap, the more they must be alike.

    `spare` are the sentences of each side that may yet be paired, in order.
    """
    lefts, rights = [-1, *(p.left for p in chain), sys.maxsize], [-1, *(p.right for p in chain), sys.maxsize]
    found = []
    for pair in pairs:
        gap = bisect_left(lefts, pair.left)
        width = _between(spare[0], lefts[gap - 1], lefts[gap]) * _between(spare[1], rights[gap - 1], rights[gap])
        if rights[gap - 1] < pair.right < rights[gap] and (width <= _NARROW or pair.similarity >= _WIDE):
            found.append(pair)
    return found


def _between(places: Sequence[int], start: int, end: int) -> int:
    return bisect_left(places, end) - bisect_left(places, start)


def free(pairs: Iterable[Pair], taken: Iterable[Pair]) -> list[Pair]:
    """Return the pairs of which neither side is taken."""
    lefts, rights = {p.left for p in taken}, {p.right for p in taken}
    return [p for p in pairs if p.left not in lefts and p.right not in rights]
