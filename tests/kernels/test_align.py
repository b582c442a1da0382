import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.align import align, cover
from tests import naive
from tests.strategies import Array, every_pair, law, packed, unpacked

# Weights whose sums of products float32 holds exactly: kernel and oracle agree on every tie.
SENTENCE = st.dictionaries(st.integers(0, 6), st.integers(1, 8).map(lambda eighths: eighths / 8), max_size=5)
TEXTS = st.lists(st.lists(SENTENCE, max_size=4), min_size=1, max_size=4)
Text = list[dict[int, float]]


def columns(texts: list[Text]) -> tuple[Array, Array, Array, Array, Array]:
    """Return sentences, starts, terms, places and weights, as the kernel takes them."""
    found = [sorted((term, place, weight) for place, one in enumerate(text) for term, weight in one.items()) for text in texts]
    terms, starts = packed([[term for term, _, _ in row] for row in found], np.int32)
    places, _ = packed([[place for _, place, _ in row] for row in found], np.int32)
    weights, _ = packed([[weight for _, _, weight in row] for row in found], np.float32)
    return np.array([len(text) for text in texts], np.int32), starts.astype(np.int64), terms, places, weights


@law
@given(TEXTS)
def test_the_best_cosine_of_each_sentence_is_the_naive_one(texts: list[Text]) -> None:
    pairs = every_pair(len(texts))
    best, partner, begins = align(pairs, *columns(texts))
    for (left, right), cosines, partners in zip(pairs, unpacked(best, begins), unpacked(partner, begins), strict=True):
        assert list(zip(cosines, partners, strict=True)) == naive.align(texts[left], texts[right])


@law
@given(
    st.lists(st.lists(st.tuples(st.integers(4, 30), st.integers(0, 8).map(lambda e: e / 8)), max_size=5), min_size=2, max_size=2)
)
def test_coverage_is_the_naive_one(sides: list[list[tuple[int, float]]]) -> None:
    counts = np.array([len(side) for side in sides], np.int32)
    best, _ = packed([[cosine for _, cosine in side] for side in sides], np.float32)
    begins, pairs, levels = np.array([0, counts.sum()]), np.array([[0, 1]], np.int32), (0.25, 0.5)
    lengths = packed([[words for words, _ in side] for side in sides], np.float32)
    found = cover(pairs, best, begins, counts, *lengths, np.array(levels, np.float32))
    assert found[0].tolist() == pytest.approx(naive.cover(sides, levels), abs=1e-6)
