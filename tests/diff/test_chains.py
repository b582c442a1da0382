from collections.abc import Sequence
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from dedupe.diff.chains import equal_chain, free, heaviest_chain, within_gaps
from dedupe.diff.sentences import sentences
from dedupe.diff.similarity import Pair
from tests.strategies import law

PLACES = st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.integers(1, 9), max_size=8)


def pair(left: int, right: int, similarity: float = 1.0, weight: int = 1) -> Pair:
    return Pair(left, right, similarity, weight)


@law
@given(PLACES)
def test_no_rising_chain_is_heavier(places: dict[tuple[int, int], int]) -> None:
    pairs = [pair(*place, weight=weight) for place, weight in places.items()]
    chain = heaviest_chain(pairs)
    rising = [c for size in range(len(pairs) + 1) for c in combinations(sorted(pairs), size) if _rises(c)]
    assert _rises(chain)
    assert sum(p.weight for p in chain) == max(sum(p.weight for p in c) for c in rising)


def _rises(pairs: Sequence[Pair]) -> bool:
    return all(x.left < y.left and x.right < y.right for x, y in pairwise(pairs))


def test_equal_sentences_are_chained_by_their_words() -> None:
    left = sentences(["Yes.", "The tug freed the ferry.", "No."])
    right = sentences(["The tug freed the ferry.", "Yes.", "No."])
    assert equal_chain(left, right) == [(1, 0), (2, 2)]


def test_only_a_narrow_gap_pairs_what_is_hardly_alike() -> None:
    chain = [pair(0, 0), pair(9, 9)]
    weak, strong, outside = pair(4, 4, 0.2), pair(4, 5, 0.3), pair(4, 12, 0.9)
    assert within_gaps([weak, strong, outside], chain, (range(1, 9), range(1, 9))) == [strong]
    assert within_gaps([weak, strong, outside], chain, ([4], [4, 5])) == [weak, strong]


def test_a_free_pair_has_neither_side_taken() -> None:
    assert free([pair(0, 1), pair(1, 2), pair(2, 3)], [pair(0, 2)]) == [pair(2, 3)]
