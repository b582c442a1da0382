"""Signed rows -> candidate pairs: bands, fingerprints and neighbours."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy as np

    from dedupe.settings import Settings

    Array = np.ndarray[Any, Any]

LOOKED_AT, OFTEN = 8, 0.75  # bands, and the share of them that a near copy has seen: a Jaccard of 0.93 and more
HEAVY = 40  # terms of a story that make neighbours
GROUPED = 1 << 22  # fingerprints that are grouped at once
SPAN = 1 << 15  # rows whose neighbours are found in one go
POSTINGS = 4000  # rows that are met to find the neighbours of one


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


def banded(hashes: "Array") -> "Array":
    """Return candidate pairs, int32[p, 2], distinct, of rows that agree in a band; hashes, uint64[n, bands], of `fold`."""
    import numpy as np

    from dedupe.kernels.bucket import bucket

    pairs = [np.empty((0, 2), np.int32)]
    for band in hashes.T:
        order = np.argsort(band, kind="stable").astype(np.int32)
        pairs.append(bucket(band[order], order, 0))
    return distinct(np.concatenate(pairs))


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
    import numpy as np

    from dedupe.kernels.bucket import bucket

    order = np.argsort(digests, kind="stable").astype(np.int32)
    return distinct(bucket(digests[order].view(np.uint64), order, 0))


def fold(signatures: "Array", settings: "Settings") -> "Array":
    """Return one hash, uint64[n, bands], of the minima of each band of signatures, uint32[n, num_perm]."""
    import numpy as np

    count, rows = bands(settings)
    minima = signatures[:, : count * rows].reshape(len(signatures), count, rows)
    hashes = np.full((len(signatures), count), 14695981039346656037, np.uint64)
    for row in range(rows):
        hashes = (hashes ^ minima[:, :, row]) * np.uint64(1099511628211)
        hashes ^= hashes >> np.uint64(29)
    return hashes


def shared(values: "Array", starts: "Array", cap: int) -> "tuple[Array, Array]":
    """Return all pairs, int32[p, 2], distinct, of rows that share fingerprints which at most `cap` rows have, and how many.

    values  uint32[m]     fingerprints, distinct within a row
    starts  int64[n + 1]  where each row begins
    """
    import numpy as np

    from dedupe.kernels.bucket import every

    rows = np.repeat(np.arange(len(starts) - 1, dtype=np.int32), np.diff(starts))
    parts, pairs = -(-len(values) // GROUPED), [np.empty((0, 2), np.int32)]
    part = (values.astype(np.uint64) * np.uint64(parts) >> np.uint64(32)).astype(np.uint8) if parts > 1 else None
    for number in range(parts):
        own, row = (values, rows) if part is None else (values[part == number], rows[part == number])
        order = np.argsort(own, kind="stable")
        pairs.append(every(own[order].astype(np.uint64), row[order], cap))
    return _counted(np.concatenate(pairs))


def distinct(pairs: "Array") -> "Array":
    """Return the pairs, int32[p, 2], left < right, sorted and each once."""
    return _counted(pairs)[0]


def _counted(pairs: "Array") -> "tuple[Array, Array]":
    import numpy as np

    left, right = pairs.min(axis=1).astype(np.int64), pairs.max(axis=1).astype(np.int64)
    codes, counts = np.unique(left << 32 | right, return_counts=True)
    return np.stack((codes >> 32, codes & 0xFFFFFFFF), axis=1).astype(np.int32), counts


def fingerprints(words: "Array", starts: "Array", settings: "Settings") -> "tuple[Array, Array]":
    """Return the fingerprints, uint32[m], of texts given as words, and where each row begins, int32[n + 1]."""
    from dedupe.kernels.shingle import shingle
    from dedupe.kernels.winnow import winnow

    grams, ends = shingle(words, starts, settings.fingerprint_size, False)
    return winnow(grams, ends, settings.window)  # type: ignore[no-any-return]


def heavy(vectors: Any) -> Any:
    """Return unit vectors, CSR, with only the HEAVY heaviest terms of each row."""
    from dedupe.kernels.nearest import heaviest

    heaviest(vectors.indptr, vectors.data, HEAVY)
    vectors.eliminate_zeros()
    return vectors


def neighbours(vectors: Any, count: int, each: "Callable[..., Iterable[Any]]" = map) -> "tuple[Array, Array]":
    """Return each row of vectors (CSR) with its `count` nearest, int32[p, 2], and their similarity, float32[p].

    The work is linear in the rows: of a row's terms the rarest are looked up, until POSTINGS rows have been met.

    each  maps a step over spans of rows
    """
    import numpy as np

    from dedupe.kernels.nearest import nearest

    n, by_term = vectors.shape[0], vectors.tocsc()
    rows = (vectors.indptr, vectors.indices, vectors.data)
    lists = (by_term.indptr, by_term.indices, by_term.data)
    spans = pairwise(np.arange(0, max(n, 1) + SPAN, SPAN).clip(max=n).tolist())
    found = each(lambda span: nearest(span, rows, lists, count, POSTINGS), spans)
    near, like = (np.concatenate(part).ravel() for part in zip(*found, strict=True))
    pairs = np.stack((np.repeat(np.arange(n, dtype=np.int32), count), near), axis=1)
    return pairs[near >= 0], like[near >= 0]
