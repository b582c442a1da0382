import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.radix import FEW, radix
from tests.strategies import BITS, law

FULL = st.lists(BITS, max_size=3 * FEW)
PLACED = st.lists(st.tuples(st.integers(0, 2**24 - 1) | st.integers(0, 3), st.integers(0, 5)), max_size=3 * FEW)


@law
@given(FULL)
def test_numbers_are_sorted(values: list[int]) -> None:
    found = np.array(values, np.uint32)
    radix(found, np.empty(len(values), np.uint32), 0, 4)
    assert found.tolist() == sorted(values)


@law
@given(st.lists(st.integers(0, 2**22 - 1), max_size=3 * FEW), st.integers(0, 9))
def test_three_bytes_are_enough_for_numbers_that_have_no_more(values: list[int], more: int) -> None:
    found = np.array(values, np.int32)
    radix(found, np.empty(len(values) + more, np.int32), 0, 3)
    assert found.tolist() == sorted(values)


@law
@given(PLACED)
def test_numbers_equal_in_the_bytes_asked_for_stay_in_their_order(pairs: list[tuple[int, int]]) -> None:
    found = np.array([name << 32 | place for name, place in pairs], np.uint64)
    radix(found, np.empty(len(pairs), np.uint64), 4, 3)
    assert [(value >> 32, value & 0xFFFFFFFF) for value in found.tolist()] == sorted(pairs, key=lambda pair: pair[0])
