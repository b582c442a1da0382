import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from dedupe.kernels.nearest import heaviest, met, rarest
from tests import naive
from tests.strategies import Array, law, packed, unpacked

EIGHTHS = st.integers(1, 8).map(lambda eighths: eighths / 8)
VECTORS = st.lists(st.dictionaries(st.integers(0, 6), EIGHTHS, max_size=5), min_size=1, max_size=8)
Vectors = list[dict[int, float]]


def matrix(vectors: Vectors) -> tuple[csr_matrix, csr_matrix]:
    """Return the vectors by row and by term."""
    terms, starts = packed([sorted(vector) for vector in vectors], np.int32)
    weights, _ = packed([[vector[term] for term in sorted(vector)] for vector in vectors], np.float32)
    by_row = csr_matrix((weights, terms, starts), shape=(len(vectors), 7))
    return by_row, by_row.T.tocsr()


def neighbours(vectors: Vectors, count: int, most: int, span: tuple[int, int]) -> tuple[Array, Array]:
    rows, lists = ((one.indptr, one.indices, one.data) for one in matrix(vectors))
    terms, weights, starts = rarest(*rows, np.diff(lists[0]), most)
    own = np.arange(*span, dtype=np.int32)
    near, score = met(own, (starts[span[0] : span[1] + 1], terms, weights), lists, count)
    return near, score


@law
@given(VECTORS, st.integers(1, 4), st.integers(0, 20))
def test_neighbours_are_the_naive_ones(vectors: Vectors, count: int, most: int) -> None:
    near, score = neighbours(vectors, count, most, (0, len(vectors)))
    for row in range(len(vectors)):
        found = list(zip(near[row].tolist(), score[row].tolist(), strict=True))
        assert found == naive.nearest(vectors, row, count, most)


@law
@given(VECTORS, st.integers(0, 8), st.integers(0, 8))
def test_a_span_of_rows_gives_the_part_of_all_of_them(vectors: Vectors, start: int, stop: int) -> None:
    first, last = sorted((min(start, len(vectors)), min(stop, len(vectors))))
    part, whole = (neighbours(vectors, 3, 99, span)[0] for span in ((first, last), (0, len(vectors))))
    assert part.tolist() == whole[first:last].tolist()


@law
@given(st.lists(st.lists(EIGHTHS | st.just(0.0), max_size=8), max_size=4), st.integers(1, 5))
def test_the_heaviest_stay_and_of_equals_the_first(given_rows: list[list[float]], count: int) -> None:
    weights, starts = packed(given_rows, np.float32)
    terms, heavy, ends = heaviest(starts, np.arange(len(weights), dtype=np.int32), weights, count)
    kept = [naive.heaviest(row, count) for row in given_rows]
    assert unpacked(heavy, ends) == [[weight for weight in row if weight] for row in kept]
    assert terms.tolist() == np.flatnonzero([weight for row in kept for weight in row]).tolist()
