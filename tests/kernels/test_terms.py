import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.tally import SLOTS
from dedupe.kernels.terms import cosine, terms
from dedupe.kernels.terms import unpacked as numbers
from tests import naive
from tests.strategies import every_pair, law, packed, rows, unpacked

SMALL = st.integers(0, 6)
VECTORS = st.lists(st.dictionaries(SMALL, st.integers(1, 8).map(lambda e: e / 16), max_size=5), max_size=4)


@law
@given(rows(SMALL))
def test_terms_and_their_counts_are_the_naive_ones(texts: list[list[int]]) -> None:
    found, starts = terms(*packed(texts, np.int32))
    slots, counts = numbers(found)
    rows_of = zip(unpacked(slots, starts), unpacked(counts, starts), strict=True)
    assert [list(zip(*row, strict=True)) for row in rows_of] == [naive.terms(text) for text in texts]


def test_a_term_is_counted_up_to_the_most_that_a_number_holds() -> None:
    found, _ = terms(*packed([[SLOTS - 1] * 2000, [3]], np.int32))
    assert [column.tolist() for column in numbers(found)] == [[SLOTS - 1, 3], [1023, 1]]


@law
@given(VECTORS)
def test_a_cosine_is_the_naive_one(vectors: list[dict[int, float]]) -> None:
    pairs = every_pair(len(vectors))
    slots, starts = packed([sorted(vector) for vector in vectors], np.int32)
    weights, _ = packed([[vector[term] for term in sorted(vector)] for vector in vectors], np.float32)
    found = cosine(pairs, slots, weights, starts).tolist()
    assert found == [naive.cosine(vectors[left], vectors[right]) for left, right in pairs]
