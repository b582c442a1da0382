"""Word shingles of a text as a sorted set of hashes."""

import numpy as np
from numba import njit

from dedupe.kernels.mixing import SEED, join
from dedupe.kernels.radix import radix


@njit(cache=True, nogil=True)
def shingle(words, starts, size, ordered):
    """Return the shingles, uint32[m], of n texts and where each row begins, int32[n + 1].

    words    uint32[w]     all rows' words, end to end
    starts   int32[n + 1]  where each row begins
    size     words in a row; a shorter text has one shingle, of all its words
    ordered  whether each row is sorted and distinct, or as read
    """
    n = len(starts) - 1
    values, ends = np.empty(len(words), np.uint32), np.zeros(n + 1, np.int32)
    spare = np.empty(np.diff(starts).max() if ordered and n else 0, np.uint32)
    for row in range(n):
        first, length, m = starts[row], starts[row + 1] - starts[row], ends[row]
        width = min(size, length)
        count = length - width + 1 if length else 0
        for i in range(count):
            h = SEED
            for j in range(width):
                h = join(h, words[first + i + j])
            values[m + i] = h
        ends[row + 1] = distinct(values[m : m + count], spare) + m if ordered else m + count
    return values[: ends[n]].copy(), ends


@njit(cache=True, nogil=True)
def distinct(values, spare):
    """Sort values, uint32[m], in place, drop its repeats, and return how many are left; spare, uint32[>= m], is overwritten."""
    radix(values, spare, 0, 4)
    m = 0
    for value in values:
        if m == 0 or value != values[m - 1]:
            values[m] = value
            m += 1
    return m


@njit(cache=True, nogil=True)
def digest(words, starts):
    """Return a hash, uint64[n], of the words of each row in their order (FNV-1a over whole words, then mixed)."""
    digests = np.empty(len(starts) - 1, np.uint64)
    for row in range(len(starts) - 1):
        h = np.uint64(14695981039346656037)
        for i in range(starts[row], starts[row + 1]):
            h = (h ^ np.uint64(words[i])) * np.uint64(1099511628211)
            h ^= h >> np.uint64(29)
        digests[row] = h
    return digests
