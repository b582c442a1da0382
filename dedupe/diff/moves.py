"""Sentences that were moved: told on both sides, out of order."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dedupe.diff.chains import free
from dedupe.diff.sentences import Sentence
from dedupe.diff.similarity import Key, Pair
from dedupe.diff.wording import is_spaceless

_SIMILARITY = 0.5  # cosine of two sentences that belong together against the order
_WORDS = 5  # in a move, at least: a shorter sentence is told again by chance ...
_EQUAL_WORDS = 3  # ... unless it is told in the same words


def find_moves(pairs: list[Pair], kept: list[Pair], left: Sequence[Sentence], right: Sequence[Sentence]) -> list[Pair]:
    """Return the pairs that tell the same out of order, beside those that kept it.

    Their neighbours move with them: sentences of the same paragraphs that are alike, or stand between two that moved.
    """
    moves: dict[tuple[int, int], Pair] = {}
    lefts, rights = {p.left for p in kept}, {p.right for p in kept}

    def add(pair: Pair) -> bool:
        if pair.left in lefts or pair.right in rights:
            return False
        lefts.add(pair.left)
        rights.add(pair.right)
        moves[pair.left, pair.right] = pair
        return True

    recurring = _recurring(left) | _recurring(right)
    for pair in sorted(free(pairs, kept), key=lambda p: (-p.weight, p.left, p.right)):
        if _is_move(pair, left, right) and recurring.isdisjoint((left[pair.left].key, right[pair.right].key)):
            add(pair)
    known = {(p.left, p.right): p for p in pairs}
    for origin in [*moves.values()]:
        for step in (1, -1):
            for i, j in _beside(origin, step, left, right):
                follows = (i, j) in known or (i + step, j + step) in moves
                if not (follows and add(known.get((i, j), Pair(i, j, 0.0, 0)))):
                    break
    return [*moves.values()]


def _recurring(texts: Sequence[Sentence]) -> set[Key]:
    """Return what a text tells more than once: nobody can say which of them moved."""
    return {key for key, count in Counter(s.key for s in texts).items() if count > 1}


def _is_move(pair: Pair, left: Sequence[Sentence], right: Sequence[Sentence]) -> bool:
    length = min(_length(left[pair.left]), _length(right[pair.right]))
    return length >= (_EQUAL_WORDS if pair.similarity == 1 else _WORDS) and pair.similarity >= _SIMILARITY


def _length(sentence: Sentence) -> float:
    return sum(0.5 if is_spaceless(word.key) else 1 for word in sentence.words)


def _beside(pair: Pair, step: int, left: Sequence[Sentence], right: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield the places before or after a pair, as far as its two paragraphs reach."""
    i, j = pair.left + step, pair.right + step
    while 0 <= i < len(left) and 0 <= j < len(right):
        if left[i].paragraph != left[pair.left].paragraph or right[j].paragraph != right[pair.right].paragraph:
            return
        yield i, j
        i, j = i + step, j + step
