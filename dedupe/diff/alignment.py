"""Which sentences of the right text tell what a sentence of the left one tells."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dedupe.diff.chains import free, heaviest_chain, within_gaps
from dedupe.diff.moves import find_moves
from dedupe.diff.similarity import Pair, Terms, Text, Weights, similar_pairs

_STRONG = 0.34  # cosine of sentences that belong together wherever they stand in the order
_RIVAL = 0.7  # share of the best partner's cosine that a partner must reach
_ABSORBED = 0.5  # share of a sentence that the pair beside it must hold unused, to take it in


class Group(NamedTuple):
    """Sentences that tell the same, [start, end) on each side; a moved group breaks the order of the others."""

    left: int
    left_end: int
    right: int
    right_end: int
    moved: bool = False


def align(left: Text, right: Text, weights: Weights) -> list[Group]:
    """Return the groups of sentences that belong together, by their place on the left; none overlap.

    Swapped texts give the same groups, swapped.
    """
    if [s.key for s in left.sentences] > [s.key for s in right.sentences]:
        return sorted(Group(g.right, g.right_end, g.left, g.left_end, g.moved) for g in align(right, left, weights))
    pairs = similar_pairs(left, right, weights)
    ordered = heaviest_chain(_without_rivals(pairs))
    moved = find_moves(pairs, ordered, left.sentences, right.sentences)
    taken = [*ordered, *moved]
    spare = _others(left, [p.left for p in taken]), _others(right, [p.right for p in taken])
    ordered = heaviest_chain([*ordered, *within_gaps(free(pairs, taken), ordered, spare)])
    groups = [Group(p.left, p.left + 1, p.right, p.right + 1, False) for p in ordered]
    groups += [Group(p.left, p.left + 1, p.right, p.right + 1, True) for p in moved]
    return _absorb(sorted(groups), left, right, weights)


def _others(text: Text, places: Iterable[int]) -> list[int]:
    """Return the places of a text's other sentences, in order."""
    return sorted({*range(len(text.sentences))}.difference(places))


def _without_rivals(pairs: list[Pair]) -> Iterator[Pair]:
    """Yield the pairs of which neither side has a much better partner."""
    best: dict[tuple[str, int], float] = {}
    for pair in pairs:
        for place in (("left", pair.left), ("right", pair.right)):
            best[place] = max(best.get(place, 0), pair.similarity)
    for pair in pairs:
        if pair.similarity >= max(_STRONG, _RIVAL * best["left", pair.left], _RIVAL * best["right", pair.right]):
            yield pair


def _absorb(groups: list[Group], left: Text, right: Text, weights: Weights) -> list[Group]:
    """Return the groups, each with the free sentences beside it that it holds on the other side: split or joined ones."""
    lefts, rights = {g.left for g in groups}, {g.right for g in groups}
    grown = []
    for g in groups:
        start, end = _grow(g.left, left, lefts, right.terms[g.right], weights)
        alone = end - start == 1
        right_start, right_end = _grow(g.right, right, rights, left.terms[g.left], weights) if alone else (g.right, g.right_end)
        grown.append(Group(start, end, right_start, right_end, g.moved))
    return grown


def _grow(place: int, text: Text, taken: set[int], other: Terms, weights: Weights) -> tuple[int, int]:
    """Return [start, end) of a sentence and those beside it, in its paragraph, that tell what else the other side tells."""
    paragraph = text.sentences[place].paragraph
    start, end = place, place + 1
    rest = other - text.terms[place]
    for step in (1, -1):
        i = place + step
        while 0 <= i < len(text.terms) and i not in taken and text.sentences[i].paragraph == paragraph:
            if weights.total(text.terms[i] & rest) < _ABSORBED * weights.total(text.terms[i]):
                break
            taken.add(i)
            start, end, rest = min(start, i), max(end, i + 1), rest - text.terms[i]
            i += step
    return start, end
