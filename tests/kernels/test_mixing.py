import numpy as np
from hypothesis import given

from dedupe.kernels.mixing import join, mix
from tests import naive
from tests.strategies import BITS, law


@law
@given(BITS)
def test_mix_is_the_naive_one(h: int) -> None:
    assert int(mix(np.uint32(h))) == naive.mix(h)


@law
@given(BITS, BITS)
def test_join_is_the_naive_one_and_minds_the_order(left: int, right: int) -> None:
    joined = int(join(np.uint32(left), np.uint32(right)))
    assert joined == naive.join(left, right)
    assert (joined == naive.join(right, left)) == (left == right)


def test_mix_is_a_bijection_on_what_was_tried() -> None:
    assert len({naive.mix(h) for h in range(100_000)}) == 100_000
