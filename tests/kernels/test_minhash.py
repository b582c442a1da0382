import numpy as np
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.minhash import EMPTY, minhash
from dedupe.sign import permutations
from tests import naive
from tests.strategies import BITS, law, packed, rows

PERMUTATIONS = st.lists(st.tuples(BITS, BITS), min_size=1, max_size=5)


@law
@given(rows(), PERMUTATIONS)
def test_signatures_are_the_naive_ones(sets: list[list[int]], pairs: list[tuple[int, int]]) -> None:
    left, right = np.array(pairs, np.uint32).T.copy()
    found = minhash(*packed(sets), left, right).tolist()
    assert found == [naive.signature(values, left.tolist(), right.tolist()) for values in sets]


@law
@given(rows(), st.sampled_from([16, 128]), st.integers(1, 3))
def test_signatures_are_bit_for_bit_those_of_datasketch(sets: list[list[int]], num_perm: int, seed: int) -> None:
    found = minhash(*packed(sets), *permutations(num_perm, seed))
    for values, signature in zip(sets, found, strict=True):
        known = MinHash(num_perm=num_perm, seed=seed, scheme="affine32", hashfunc=int)
        known.update_batch(values)
        assert signature.tolist() == known.hashvalues.tolist()


@law
@given(rows())
def test_repeats_and_order_change_nothing(sets: list[list[int]]) -> None:
    otherwise = [[*reversed(values), *values] for values in sets]
    assert np.array_equal(minhash(*packed(sets), *permutations(16, 1)), minhash(*packed(otherwise), *permutations(16, 1)))


def test_an_empty_set_has_the_greatest_minima() -> None:
    assert (minhash(*packed([[]]), *permutations(16, 1)) == EMPTY).all()
