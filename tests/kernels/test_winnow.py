from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.winnow import winnow
from tests import naive
from tests.strategies import law, packed, rows, unpacked

SMALL = st.integers(0, 9)


@law
@given(rows(SMALL), st.integers(1, 6))
def test_fingerprints_are_the_naive_ones(texts: list[list[int]], window: int) -> None:
    assert unpacked(*winnow(*packed(texts), window)) == [naive.winnow(values, window) for values in texts]


@law
@given(st.lists(SMALL, max_size=9), st.lists(SMALL, min_size=8, max_size=8), st.lists(SMALL, max_size=9))
def test_texts_that_share_a_whole_window_share_a_fingerprint(before: list[int], window: list[int], after: list[int]) -> None:
    left, right = unpacked(*winnow(*packed([before + window, window + after]), 8))
    assert set(left) & set(right)
