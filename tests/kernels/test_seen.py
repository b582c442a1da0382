from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.seen import SIZE, see, seen
from tests.strategies import costly

VALUES = st.lists(st.integers(0, 9) | st.integers(0, 2**64 - 1), max_size=40)


@costly
@given(VALUES, st.integers(0, 40), st.integers(1, 5))
def test_what_was_seen_often_enough_is_told_whatever_the_batches(values: list[int], cut: int, least: int) -> None:
    table, every = np.zeros(SIZE, np.uint8), np.array(values, np.uint64)
    see(every[:cut], table)
    see(every[cut:], table)
    often = Counter(values)
    assert seen(every, table, least).tolist() == [often[value] >= least for value in values]


def test_a_count_stops_at_the_most_that_it_can_hold() -> None:
    table, value = np.zeros(SIZE, np.uint8), np.full(1000, 7, np.uint64)
    see(value, table)
    assert (seen(value[:1], table, 255).tolist(), table.max()) == ([True], 255)
