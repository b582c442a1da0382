import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfTransformer

from dedupe.kernels.sentences import sentences
from tests import naive
from tests.strategies import law, packed, unpacked

TERMS = 7
IDF = np.linspace(0, 3, TERMS).astype(np.float32)
# Texts of sentences of terms.
TEXTS = st.lists(st.lists(st.lists(st.integers(0, TERMS - 1), min_size=1, max_size=8), max_size=4), max_size=4)


@law
@given(TEXTS, st.integers(1, 4))
def test_sentences_long_enough_are_counted_and_measured(texts: list[list[list[int]]], least: int) -> None:
    counts, lengths, *_ = _found(texts, least)
    assert counts.tolist() == [sum(len(sentence) >= least for sentence in text) for text in texts]
    assert lengths.tolist() == [len(sentence) for text in texts for sentence in text if len(sentence) >= least]


@law
@given(TEXTS, st.integers(1, 4))
def test_the_vectors_are_those_of_scikit_learn_sorted_by_term_within_a_text(texts: list[list[list[int]]], least: int) -> None:
    _, _, starts, terms, places, weights = _found(texts, least)
    rows = zip(unpacked(terms, starts), unpacked(places, starts), unpacked(weights, starts), strict=True)
    for text, row in zip(texts, rows, strict=True):
        told = [sentence for sentence in text if len(sentence) >= least]
        expected = [(term, at, weight) for at, sentence in enumerate(told) for term, weight in _vector(sentence)]
        assert list(zip(*row, strict=True)) == sorted(expected)


def _found(texts: list[list[list[int]]], least: int) -> tuple[np.ndarray, ...]:
    slots, starts = packed([[term for sentence in text for term in sentence] for text in texts], np.int32)
    begins, ends = packed([np.cumsum([0, *map(len, text)])[:-1].tolist() for text in texts], np.int32)
    terms, places = packed([sorted({term for sentence in text for term in sentence}) for text in texts], np.int32)
    return sentences(slots, starts, begins, ends, (terms, places, IDF[terms]), least)


def _vector(sentence: list[int]) -> list[tuple[int, float]]:
    """Return the terms of a sentence with their weights, exactly as scikit-learn has them."""
    counted = naive.terms(sentence)
    names, counts = [term for term, _ in counted], np.array([count for _, count in counted], np.float32)
    transformer = TfidfTransformer(sublinear_tf=True)
    transformer.idf_ = IDF + 1
    found = transformer.transform(csr_matrix((counts, names, [0, len(names)]), shape=(1, TERMS)))
    return list(zip(names, found.data.tolist(), strict=True))
