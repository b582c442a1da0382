from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.seen import LEAST, MOST_BITS, see, seen, table
from tests.strategies import law

VALUES = st.lists(st.integers(0, 9) | st.integers(0, 2**64 - 1), max_size=40)


@law
@given(VALUES, st.integers(0, 40), st.integers(1, 5))
def test_what_was_seen_often_enough_is_told_whatever_the_batches(values: list[int], cut: int, least: int) -> None:
    counts, every = table(len(values)), np.array(values, np.uint64)
    see(every[:cut], counts)
    see(every[cut:], counts)
    often, found = Counter(values), seen(every, counts, least).tolist()
    assert all(told for value, told in zip(values, found, strict=True) if often[value] >= least)


def test_next_to_no_other_number_is_told() -> None:
    values, others = np.arange(20_000, dtype=np.uint64), np.arange(20_000, 40_000, dtype=np.uint64)
    counts = table(20_000)
    for _ in range(2):
        see(values, counts)
    assert seen(values, counts, 2).all()
    assert seen(others, counts, 2).mean() < 0.3
    assert seen(values, counts, 3).mean() < 0.3


def test_a_count_stops_at_the_most_that_it_can_hold() -> None:
    counts, value = table(1000), np.full(1000, 7, np.uint64)
    see(value, counts)
    assert (seen(value[:1], counts, 255).tolist(), counts.max()) == ([True], 255)


def test_a_table_has_room_for_what_is_to_be_seen_up_to_a_size() -> None:
    assert [len(table(numbers)) for numbers in (0, 1000, 10**9)] == [1 << LEAST, 1 << LEAST, 1 << MOST_BITS]
