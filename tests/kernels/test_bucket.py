import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.bucket import bucket, every
from tests import naive
from tests.strategies import Array, law

PLACES = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 12)), max_size=30).map(sorted)
CAPS = st.integers(0, 6)


def columns(places: list[tuple[int, int]]) -> tuple[Array, Array]:
    """Return ids and rows as the kernels take them."""
    return np.array([name for name, _ in places], np.uint64), np.array([row for _, row in places], np.int32)


def listed(pairs: Array) -> list[tuple[int, int]]:
    return sorted((left, right) for left, right in pairs.tolist())


@law
@given(PLACES, CAPS)
def test_rows_of_a_bucket_are_paired_as_the_naive_ones(places: list[tuple[int, int]], cap: int) -> None:
    assert listed(bucket(*columns(places), cap)) == naive.chained(places, cap)


@law
@given(PLACES, CAPS)
def test_every_pair_of_a_bucket_is_the_naive_one(places: list[tuple[int, int]], cap: int) -> None:
    assert listed(every(*columns(places), cap)) == naive.every(places, cap)


def test_a_bucket_of_a_hundred_thousand_gives_fewer_than_twice_as_many_pairs() -> None:
    size = 100_000
    pairs = bucket(np.zeros(size, np.uint64), np.arange(size, dtype=np.int32), 0)
    assert len(pairs) == 2 * size - 3
    assert (pairs[:, 0] < pairs[:, 1]).all()
