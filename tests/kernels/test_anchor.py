from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.anchor import anchor, found, name
from tests import naive
from tests.strategies import law, packed, unpacked

TERMS = st.dictionaries(st.integers(0, 9), st.tuples(st.sampled_from([0.0, 1.0, 1.5, 2.75]), st.booleans()), max_size=10)
WEIGHTED = st.dictionaries(st.integers(0, 9), st.integers(1, 8).map(float), max_size=5)
TEXTS = st.lists(st.tuples(TERMS, st.tuples(st.integers(0, 4), st.integers(0, 4))), max_size=3)
WORDS = st.lists(st.lists(st.tuples(st.integers(0, 9), st.booleans()), max_size=9), max_size=4)
Text = tuple[dict[int, tuple[float, bool]], tuple[int, int]]


@law
@given(TEXTS)
def test_anchors_are_the_naive_ones(texts: list[Text]) -> None:
    terms, limits = [terms for terms, _ in texts], np.array([row for _, row in texts], np.int32).reshape(-1, 2)
    names, starts = packed([sorted(row) for row in terms], np.int32)
    scores, _ = packed([[row[term][0] for term in sorted(row)] for row in terms], np.float32)
    named, _ = packed([[row[term][1] for term in sorted(row)] for row in terms], np.bool_)
    anchors, heavy, ends = anchor(names, scores, starts, named, limits)
    expected = [naive.anchors(row, most) for row, most in texts]
    assert unpacked(anchors, ends) == [[term for term, _ in row] for row in expected]
    assert unpacked(heavy, ends) == [[score for _, score in row] for row in expected]


@law
@given(WORDS)
def test_a_term_is_named_where_one_of_its_words_is_eligible(texts: list[list[tuple[int, bool]]]) -> None:
    terms, starts = packed([sorted({term for term, _ in text}) for text in texts], np.int32)
    slots, word_starts = packed([[term for term, _ in text] for text in texts], np.int32)
    eligible, _ = packed([[flag for _, flag in text] for text in texts], np.bool_)
    found_names = unpacked(name(terms, starts, slots, eligible, word_starts), starts)
    assert found_names == [[(term, True) in text for term in sorted({term for term, _ in text})] for text in texts]


@law
@given(WEIGHTED, WEIGHTED, st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_the_share_found_is_the_naive_one(
    left: dict[int, float], right: dict[int, float], left_terms: set[int], right_terms: set[int]
) -> None:
    anchors, starts = packed([list(left), list(right)], np.int32)
    weights, _ = packed([list(left.values()), list(right.values())], np.float32)
    terms, term_starts = packed([sorted(left_terms), sorted(right_terms)], np.int32)
    shares = found(np.array([[0, 1]], np.int32), anchors, weights, starts, terms, term_starts)[0]
    expected = [naive.found(left, list(right_terms)), naive.found(right, list(left_terms))]
    for share, known in zip(shares.tolist(), expected, strict=True):
        assert isnan(share) if isnan(known) else share == pytest.approx(known)
