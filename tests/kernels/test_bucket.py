import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.bucket import bucket, crowd, every
from dedupe.kernels.winnow import ANY
from tests import naive
from tests.strategies import Array, law

IDS = st.lists(st.integers(0, 5) | st.integers(0, 2**64 - 1), max_size=24)
PLACES = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 12)), max_size=30).map(sorted)
CAPS = st.integers(0, 6)
SIDES = st.sampled_from([0, 1, 2, 1 << 16, 1 << 16 | 1, 2 << 16 | 1, int(ANY)])


def listed(pairs: Array) -> list[tuple[int, int]]:
    return sorted((left, right) for left, right in pairs.tolist())


@law
@given(IDS)
def test_rows_of_a_bucket_are_paired_as_the_naive_ones(ids: list[int]) -> None:
    places = [(name, row) for row, name in enumerate(ids)]
    assert listed(bucket(np.array(ids, np.uint64))) == naive.chained(places)


def test_a_bucket_of_a_hundred_thousand_gives_fewer_than_twice_as_many_pairs() -> None:
    size = 100_000
    pairs = bucket(np.zeros(size, np.uint64))
    assert len(pairs) == 2 * size - 3
    assert (pairs[:, 0] < pairs[:, 1]).all()


@law
@given(st.lists(st.integers(0, 3), max_size=12), st.integers(2, 6))
def test_a_row_of_a_crowded_bucket_has_the_first_of_it_and_any_other_itself(ids: list[int], least: int) -> None:
    crowds = [ids.index(name) if ids.count(name) >= least else row for row, name in enumerate(ids)]
    assert crowd(np.array(ids, np.uint64), least).tolist() == crowds


@law
@given(PLACES, CAPS, st.data())
def test_every_pair_of_a_bucket_is_the_naive_one(places: list[tuple[int, int]], cap: int, data: st.DataObject) -> None:
    places = data.draw(st.permutations(places))
    sides = data.draw(st.lists(SIDES, min_size=len(places), max_size=len(places)))
    names, rows = [name for name, _ in places], [row for _, row in places]
    pairs, alike = every(np.array(names, np.uint32), np.array(rows, np.int32), np.array(sides, np.uint32), cap)
    told, expected = dict(zip(places, sides, strict=True)), naive.every_named(places, cap)
    touching = [naive.touch(told[name, left], told[name, right]) for name, (left, right) in expected]
    found = zip(map(tuple, pairs.tolist()), alike.tolist(), strict=True)
    assert sorted(found) == sorted(zip([pair for _, pair in expected], touching, strict=True))
