import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.shingle import digest, shingle
from tests import naive
from tests.strategies import law, packed, rows, unpacked

SMALL = st.integers(0, 4)


@law
@given(rows(SMALL), st.integers(1, 6))
def test_shingles_are_the_naive_ones_in_the_order_of_the_text(texts: list[list[int]], size: int) -> None:
    assert unpacked(*shingle(*packed(texts), size, False)) == [naive.shingles(words, size) for words in texts]


@law
@given(rows(SMALL), st.integers(1, 6))
def test_ordered_shingles_are_the_sorted_set(texts: list[list[int]], size: int) -> None:
    assert unpacked(*shingle(*packed(texts), size, True)) == [sorted(set(naive.shingles(words, size))) for words in texts]


@law
@given(rows())
def test_a_digest_is_the_naive_one(texts: list[list[int]]) -> None:
    assert digest(*packed(texts)).tolist() == [naive.digest(words) for words in texts]


@law
@given(st.lists(SMALL, min_size=2, max_size=8).flatmap(lambda words: st.tuples(st.just(words), st.permutations(words))))
def test_digests_are_equal_only_of_the_same_words_in_the_same_order(texts: tuple[list[int], list[int]]) -> None:
    left, right = digest(*packed(texts)).tolist()
    assert (left == right) == (texts[0] == texts[1])


def test_a_text_shorter_than_a_shingle_has_one_of_all_its_words() -> None:
    values, starts = shingle(*packed([[7, 8], [7, 8, 9], []]), 3, True)
    assert np.diff(starts).tolist() == [1, 1, 0]
    assert len(values) == 2
