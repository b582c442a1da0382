import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.shingle import shingle
from dedupe.kernels.winnow import ANY, winnow
from tests import naive
from tests.strategies import Array, law, packed, rows, unpacked

SMALL = st.integers(0, 9)
TEXTS = rows(st.integers(0, 3), size=14)


def chosen(texts: list[list[int]], window: int) -> list[list[int]]:
    """Return the fingerprints of rows of shingles, whatever words they were made of."""
    values, starts = packed(texts)
    prints, _, ends = winnow(values, starts, window, values, starts, 0)
    return unpacked(prints, ends)


def fingerprints(texts: list[list[int]], size: int, window: int, around: int) -> tuple[Array, Array, Array]:
    words, starts = packed(texts)
    found: tuple[Array, Array, Array] = winnow(*shingle(words, starts, size, False), window, words, starts, around)
    return found


@law
@given(rows(SMALL), st.integers(1, 6))
def test_fingerprints_are_the_naive_ones(texts: list[list[int]], window: int) -> None:
    assert chosen(texts, window) == [naive.winnow(values, window) for values in texts]


@law
@given(st.lists(SMALL, max_size=9), st.lists(SMALL, min_size=8, max_size=8), st.lists(SMALL, max_size=9))
def test_texts_that_share_a_whole_window_share_a_fingerprint(before: list[int], window: list[int], after: list[int]) -> None:
    left, right = chosen([before + window, window + after], 8)
    assert set(left) & set(right)


@law
@given(TEXTS, st.integers(1, 4), st.integers(1, 4), st.integers(0, 3))
def test_what_is_around_a_fingerprint_is_the_naive_one(texts: list[list[int]], size: int, window: int, around: int) -> None:
    prints, sides, ends = fingerprints(texts, size, window, around)
    expected = [naive.around(words, size, window, around) for words in texts]
    assert [list(zip(*row, strict=True)) for row in zip(unpacked(prints, ends), unpacked(sides, ends), strict=True)] == expected


def test_of_a_fingerprint_that_stands_there_twice_nothing_is_told() -> None:
    _, sides, _ = fingerprints([[1, 2, 1, 2]], 2, 1, 1)
    assert int(ANY) in sides.tolist()
    assert np.all(sides[sides != ANY] < ANY)
