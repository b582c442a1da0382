"""Signed rows -> candidate pairs: bands, fingerprints and neighbours."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.model import Recall

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy as np

    from dedupe.settings import Settings

    Array = np.ndarray[Any, Any]

LOOKED_AT, OFTEN = 8, 0.75  # bands, and the share of them that a near copy has seen: a Jaccard of 0.93 and more
CROWD = 64  # rows that agree in a band as those of unrelated stories do not
HEAVY = 40  # terms of a story that make neighbours
SPAN = 1 << 13  # rows whose neighbours are found in one go
POSTINGS = 4000  # rows that are met to find the neighbours of one


class Shared(NamedTuple):
    """Pairs of rows, int32[p, 2], left < right, sorted and each once; how many fingerprints they share, int64[p].

    `alike` says whether the two have the same around one of these, bool[p]: none that share a run of words has not.
    """

    pairs: "Array"
    counts: "Array"
    alike: "Array"


def bands(settings: "Settings") -> tuple[int, int]:
    """Return (bands, rows): the most rows whose bands still find the recall asked for at the near threshold.

    A pair of similarity t is found with probability 1 - (1 - t**rows)**bands (Leskovec, Rajaraman and Ullman 2014, 3.4).
    """
    for rows in range(settings.num_perm, 0, -1):
        if found(settings.near, settings.num_perm // rows, rows) >= settings.recall:
            return settings.num_perm // rows, rows
    return settings.num_perm, 1


def found(similarity: float, count: int, rows: int) -> float:
    """Return the probability that a pair of this Jaccard similarity shares one of `count` bands of `rows` minima."""
    return 1.0 - (1.0 - similarity**rows) ** count


def stated(settings: "Settings") -> Recall:
    """Return what the bands promise to find of pairs at the near threshold."""
    count, rows = bands(settings)
    return Recall(settings.near, found(settings.near, count, rows), count, rows)


def banded(hashes: "Array", each: "Callable[..., Iterable[Any]]" = map) -> "Array":
    """Return candidate pairs, int32[p, 2], distinct, of rows that agree in a band; hashes, uint64[n, bands], of `fold`.

    each  maps a step over bands
    """
    import numpy as np

    from dedupe.kernels.bucket import bucket

    pairs = each(lambda band: bucket(np.ascontiguousarray(band)), hashes.T)
    return distinct(np.concatenate([np.empty((0, 2), np.int32), *pairs]))


def crowded(hashes: "Array") -> "Array":
    """Return candidate pairs, int32[p, 2], of the rows which CROWD or more agree with in a band, each with the first of these.

    Of its bands the one counts whose first row is the least: the copies of a story that everyone prints, hashes of `fold`.
    """
    import numpy as np

    from dedupe.kernels.bucket import crowd

    own = np.arange(len(hashes), dtype=np.int32)
    first = own.copy()
    for band in hashes.T[:LOOKED_AT]:
        np.minimum(first, crowd(np.ascontiguousarray(band), CROWD), out=first)
    rows = own[first != own]
    return distinct(np.stack((first[rows], rows), axis=1))


def repeats(hashes: "Array") -> "Array":
    """Return which rows, bool[n], nearly repeat rows before them: most of their first bands were seen; hashes of `fold`."""
    import numpy as np

    seen = np.zeros(len(hashes), np.int32)
    for band in hashes.T[:LOOKED_AT]:
        _, first = np.unique(band, return_index=True)
        again = np.ones(len(hashes), np.int32)
        again[first] = 0
        seen += again
    return np.asarray(seen >= OFTEN * min(LOOKED_AT, hashes.shape[1]))


def equal(digests: "Array") -> "Array":
    """Return candidate pairs, int32[p, 2], distinct, of rows with equal digests, int64[n]."""
    from dedupe.kernels.bucket import bucket

    return distinct(bucket(digests.view("uint64")))


def fold(signatures: "Array", settings: "Settings", most: int | None = None) -> "Array":
    """Return one hash, uint64[n, bands], of the minima of each band of signatures, uint32[n, num_perm], of so many at most."""
    import numpy as np

    count, rows = bands(settings)
    count = min(count, most or count)
    minima = signatures[:, : count * rows].reshape(len(signatures), count, rows)
    hashes = np.full((len(signatures), count), 14695981039346656037, np.uint64)
    for row in range(rows):
        hashes = (hashes ^ minima[:, :, row]) * np.uint64(1099511628211)
        hashes ^= hashes >> np.uint64(29)
    return hashes


def shared(parts: "Iterable[tuple[Array, ...]]", cap: int, each: "Callable[..., Iterable[Any]]" = map) -> "Shared":
    """Return all pairs of rows that share fingerprints which at most `cap` rows have.

    parts  fingerprints, uint64[m], the rows that have them, int32[m], and what is around them, uint32[m], of `sign`; all of
           one fingerprint are in one part
    each   maps a step over parts
    """
    import numpy as np

    from dedupe.kernels.bucket import every

    found = list(each(lambda part: every(part[0].astype(np.uint32), part[1], part[2], cap), parts))
    codes = _codes(np.concatenate([np.empty((0, 2), np.int32), *(pairs for pairs, _ in found)]))
    alike = np.concatenate([np.empty(0, bool), *(same for _, same in found)])
    order = np.argsort(codes, kind="stable")
    first = np.flatnonzero(np.diff(codes[order], prepend=-1))
    counts = np.diff(np.append(first, len(codes)))
    return Shared(_pairs(codes[order[first]]), counts, np.logical_or.reduceat(alike[order], first) if len(first) else alike)


def distinct(pairs: "Array") -> "Array":
    """Return the pairs, int32[p, 2], left < right, sorted and each once."""
    import numpy as np

    return _pairs(np.unique(_codes(pairs)))


def _codes(pairs: "Array") -> "Array":
    """Return one number, int64[p], for each unordered pair."""
    import numpy as np

    return np.asarray(pairs.min(axis=1).astype(np.int64) << 32 | pairs.max(axis=1))


def _pairs(codes: "Array") -> "Array":
    import numpy as np

    return np.stack((codes >> 32, codes & 0xFFFFFFFF), axis=1).astype(np.int32)


def heavy(vectors: Any) -> Any:
    """Return unit vectors, CSR, with only the HEAVY heaviest terms of each row."""
    from scipy.sparse import csr_matrix

    from dedupe.kernels.nearest import heaviest

    terms, weights, starts = heaviest(vectors.indptr, vectors.indices, vectors.data, HEAVY)
    return csr_matrix((weights, terms, starts), shape=vectors.shape)


def neighbours(vectors: Any, count: int, each: "Callable[..., Iterable[Any]]" = map) -> "tuple[Array, Array]":
    """Return each row of vectors (CSR) with its `count` nearest, int32[p, 2], and their similarity, float32[p].

    The work is linear in the rows: of a row's terms the rarest are looked up, until POSTINGS rows have been met.

    each  maps a step over spans of rows
    """
    import numpy as np

    from dedupe.kernels.nearest import met, rarest

    n, by_term = vectors.shape[0], vectors.tocsc()
    terms, weights, starts = rarest(vectors.indptr, vectors.indices, vectors.data, np.diff(by_term.indptr), POSTINGS)
    lists, own = (by_term.indptr, by_term.indices, by_term.data), np.arange(n, dtype=np.int32)
    spans = pairwise(np.arange(0, max(n, 1) + SPAN, SPAN).clip(max=n).tolist())
    found = each(lambda span: met(own[slice(*span)], (starts[span[0] : span[1] + 1], terms, weights), lists, count), spans)
    near, like = (np.concatenate(part).ravel() for part in zip(*found, strict=True))
    pairs = np.stack((np.repeat(own, count), near), axis=1)
    return pairs[near >= 0], like[near >= 0]
