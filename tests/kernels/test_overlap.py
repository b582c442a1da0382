from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.overlap import equal, overlap, run
from tests import naive
from tests.strategies import every_pair, law, packed, rows

SMALL = st.integers(0, 3)


@law
@given(rows())
def test_overlaps_are_the_naive_ones(sets: list[list[int]]) -> None:
    pairs = every_pair(len(sets))
    found = overlap(pairs, *packed([sorted(set(values)) for values in sets])).tolist()
    assert found == [naive.overlap(sets[left], sets[right]) for left, right in pairs]


@law
@given(rows(SMALL), st.integers(1, 4))
def test_the_longest_common_run_is_the_naive_one(texts: list[list[int]], least: int) -> None:
    pairs = every_pair(len(texts))
    assert run(pairs, *packed(texts), least).tolist() == [naive.run(texts[left], texts[right], least) for left, right in pairs]


@law
@given(rows(SMALL, size=3))
def test_texts_are_equal_if_they_are_the_same_words_and_not_empty(texts: list[list[int]]) -> None:
    pairs = every_pair(len(texts))
    assert equal(pairs, *packed(texts)).tolist() == [texts[left] == texts[right] != [] for left, right in pairs]


def test_a_text_that_repeats_itself_has_a_run_as_long_as_itself() -> None:
    phrase = list(range(30)) * 40
    assert run(np.array([[0, 1]], np.int32), *packed([phrase, phrase]), 3).tolist() == [len(phrase)]
    assert all(left != right for left, right in pairwise(phrase))
