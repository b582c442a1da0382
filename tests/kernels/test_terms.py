import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.terms import cosine, terms
from tests import naive
from tests.strategies import every_pair, law, packed, rows, unpacked

SMALL = st.integers(0, 6)
VECTORS = st.lists(st.dictionaries(SMALL, st.integers(1, 8).map(lambda e: e / 16), max_size=5), max_size=4)


@law
@given(rows(SMALL))
def test_terms_and_their_counts_are_the_naive_ones(texts: list[list[int]]) -> None:
    found, counts, starts = terms(*packed(texts, np.int32))
    assert unpacked(found, starts) == [[term for term, _ in naive.terms(text)] for text in texts]
    assert unpacked(counts, starts) == [[count for _, count in naive.terms(text)] for text in texts]


@law
@given(VECTORS)
def test_a_cosine_is_the_naive_one(vectors: list[dict[int, float]]) -> None:
    pairs = every_pair(len(vectors))
    slots, starts = packed([sorted(vector) for vector in vectors], np.int32)
    weights, _ = packed([[vector[term] for term in sorted(vector)] for vector in vectors], np.float32)
    found = cosine(pairs, slots, weights, starts).tolist()
    assert found == [naive.cosine(vectors[left], vectors[right]) for left, right in pairs]
