from collections import Counter
from itertools import combinations
from random import Random

import numpy as np
import pytest
from datasketch import MinHash, MinHashLSH
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from dedupe.candidates import HEAVY, POSTINGS, banded, bands, equal, fold, found, heavy, neighbours, shared
from dedupe.engines.local import Local
from dedupe.kernels.minhash import minhash
from dedupe.settings import Settings
from dedupe.sign import permutations
from tests import naive
from tests.strategies import DEFAULT, Array, law, packed, rows

SHARES = st.floats(0.05, 1.0)
SETS = st.lists(st.sets(st.integers(0, 8), min_size=1, max_size=8).map(sorted), max_size=8)
EIGHTHS = st.integers(1, 8).map(lambda eighths: eighths / 8)
VECTORS = st.lists(st.dictionaries(st.integers(0, 6), EIGHTHS, max_size=5), min_size=1, max_size=8)
Pairs = list[tuple[int, int]]


def listed(pairs: Array) -> Pairs:
    return [(left, right) for left, right in pairs.tolist()]


def signatures(sets: list[list[int]], settings: Settings) -> Array:
    found: Array = minhash(*packed(sets), *permutations(settings.num_perm, settings.seed))
    return found


def of_datasketch(signed: Array, settings: Settings) -> Pairs:
    """Return the pairs that datasketch's own index proposes for the same signatures and bands."""
    index = MinHashLSH(num_perm=settings.num_perm, params=bands(settings))
    hashes = [MinHash(num_perm=settings.num_perm, seed=settings.seed, hashvalues=row, scheme="affine32") for row in signed]
    for name, row in enumerate(hashes):
        index.insert(name, row)
    return sorted({(low, high) for low, row in enumerate(hashes) for high in index.query(row) if low < high})


@law
@given(SHARES, SHARES, st.integers(1, 64))
def test_bands_are_the_most_rows_that_keep_the_recall_promised(near: float, recall: float, num_perm: int) -> None:
    settings = Settings(near=near, recall=recall, num_perm=num_perm)
    count, size = bands(settings)
    kept = [rows for rows in range(1, num_perm + 1) if found(near, num_perm // rows, rows) >= recall]
    assert (count, size) == ((num_perm // kept[-1], kept[-1]) if kept else (num_perm, 1))


def test_the_default_bands_find_more_than_promised() -> None:
    assert bands(DEFAULT) == (42, 3)
    assert found(DEFAULT.near, 42, 3) == pytest.approx(0.9963, abs=1e-4)


@pytest.mark.parametrize(("shared_values", "own"), [(100, 50), (100, 100), (50, 100), (30, 120)])
def test_stated_recall_is_what_is_found(shared_values: int, own: int) -> None:
    settings, tries = Settings(num_perm=24, recall=0.9), 1500
    rng = np.random.default_rng(7)
    sets = []
    for values in rng.integers(0, 2**32, (tries, shared_values + 2 * own), np.uint32):
        sets += [values[: shared_values + own], values[own:]]
    pairs = set(listed(banded(fold(signatures([one.tolist() for one in sets], settings), settings))))
    share = sum((2 * i, 2 * i + 1) in pairs for i in range(tries)) / tries
    expected = found((shared_values) / (shared_values + 2 * own), *bands(settings))
    assert share == pytest.approx(expected, abs=4 * (0.25 / tries) ** 0.5)


@law
@given(SETS, st.sampled_from([Settings(num_perm=16), Settings(num_perm=16, near=0.8, recall=0.5), DEFAULT]))
def test_bands_join_what_datasketch_joins(sets: list[list[int]], settings: Settings) -> None:
    signed = signatures(sets, settings)
    own, known = listed(banded(fold(signed, settings))), of_datasketch(signed, settings)
    assert set(own) <= set(known)
    assert naive.components(len(sets), own) == naive.components(len(sets), known)


@law
@given(st.lists(st.sets(st.integers(0, 8), min_size=1).map(sorted), max_size=3))
def test_bands_propose_the_pairs_of_datasketch_where_no_bucket_has_more_than_three(sets: list[list[int]]) -> None:
    signed = signatures(sets, DEFAULT)
    assert listed(banded(fold(signed, DEFAULT))) == of_datasketch(signed, DEFAULT)


@law
@given(st.lists(st.integers(-2, 2), max_size=12))
def test_equal_digests_are_joined_and_no_others(digests: list[int]) -> None:
    pairs = listed(equal(np.array(digests, np.int64)))
    same = [(left, right) for left, right in combinations(range(len(digests)), 2) if digests[left] == digests[right]]
    assert set(pairs) <= set(same)
    assert naive.components(len(digests), pairs) == naive.components(len(digests), same)


@law
@given(rows(st.integers(0, 6)), st.integers(1, 5), st.integers(1, 3))
def test_every_two_rows_that_share_rare_fingerprints_are_a_pair_and_their_number_is_told(
    sets: list[list[int]], cap: int, parts: int
) -> None:
    sets = [sorted(set(values)) for values in sets]
    places = [(value, row) for row, values in enumerate(sets) for value in values]
    found = shared((entries([place for place in places if place[0] % parts == part]) for part in range(parts)), cap)
    assert dict(zip(listed(found.pairs), found.counts.tolist(), strict=True)) == Counter(naive.every(places, cap))
    assert listed(found.pairs) == sorted(listed(found.pairs))


def entries(places: list[tuple[int, int]], around: int = 0) -> tuple[Array, Array, Array]:
    """Return (fingerprint, row) as entries, all with the same around them."""
    prints, rows_of = np.array([value for value, _ in places], np.uint64), np.array([row for _, row in places], np.int32)
    return prints, rows_of, np.full(len(places), around, np.uint32)


def test_a_pair_is_alike_where_it_is_around_one_of_its_fingerprints() -> None:
    first, second = entries([(1, 0), (1, 1)]), entries([(2, 0), (2, 1), (3, 1), (3, 2)], 7)
    found = shared([first, second], 8)
    assert (listed(found.pairs), found.counts.tolist(), found.alike.tolist()) == ([(0, 1), (1, 2)], [2, 1], [True, True])
    assert shared([first], 8).alike.tolist() == [False]
    assert len(shared([], 8).pairs) == 0


def matrix(vectors: list[dict[int, float]]) -> csr_matrix:
    terms, starts = packed([sorted(vector) for vector in vectors], np.int32)
    weights, _ = packed([[vector[term] for term in sorted(vector)] for vector in vectors], np.float32)
    return csr_matrix((weights, terms, starts), shape=(len(vectors), 7))


@law
@given(VECTORS, st.integers(1, 4), st.integers(1, 3))
def test_neighbours_are_each_row_and_its_nearest(vectors: list[dict[int, float]], count: int, jobs: int) -> None:
    nearest = [
        (row, *near) for row in range(len(vectors)) for near in naive.nearest(vectors, row, count, POSTINGS) if near[0] >= 0
    ]
    pairs, like = neighbours(matrix(vectors), count, Local(jobs).each)
    assert [*map(tuple, pairs.tolist())] == [(row, at) for row, at, _ in nearest]
    assert like.tolist() == pytest.approx([similarity for _, _, similarity in nearest], abs=1e-6)


@law
@given(st.lists(st.integers(HEAVY - 2, HEAVY + 5), max_size=3), st.randoms(use_true_random=False))
def test_of_a_vector_its_heaviest_terms_stay(sizes: list[int], random: Random) -> None:
    rows = [[random.randint(1, 8) / 8 for _ in range(size)] for size in sizes]
    weights, starts = packed(rows, np.float32)
    terms, _ = packed([range(size) for size in sizes], np.int32)
    kept = heavy(csr_matrix((weights, terms, starts), shape=(len(sizes), HEAVY + 5))).toarray().tolist()
    expected = [naive.heaviest(row, HEAVY) + [0] * (HEAVY + 5 - len(row)) for row in rows]
    assert kept == expected
