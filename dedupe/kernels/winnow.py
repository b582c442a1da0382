"""Fingerprints of a text: the shingles that winnowing selects (Schleimer, Wilkerson and Aiken 2003), and what is around them."""

import numpy as np
from numba import njit

from dedupe.kernels.mixing import SEED, join
from dedupe.kernels.radix import radix

ANY = np.uint32(0xFFFFFFFF)  # around a fingerprint that stands in its text twice
SIDE = np.uint32(0x7FFF)  # bits of what is on one side


@njit(cache=True, nogil=True)
def winnow(values, starts, window, words, word_starts, around):
    """Return the fingerprints, uint32[m], of n texts, what is around each, uint32[m], and where each row begins, int32[n + 1].

    They are sorted and distinct within a row. Two texts that share a fingerprint and, with it, `around` more words in a row
    on one side have there the same 16 bits: the upper ones for the words before, the lower for those behind; 0 where these
    are fewer. ANY is all that is told of a fingerprint that stands in its text twice.

    values  uint32[w]     all rows' shingles in the order of the text, end to end
    starts  int32[n + 1]  where each row begins
    window  shingles in a row of which the least, the last one of equals, is a fingerprint
    words, word_starts    the words of which the shingles were made
    """
    n = len(starts) - 1
    chosen, ends = np.empty(len(values), np.uint64), np.zeros(n + 1, np.int32)
    longest = np.diff(starts).max() if n else 0
    spare = np.empty(longest, np.uint64)
    for row in range(n):
        own = values[starts[row] : starts[row + 1]]
        told = words[word_starts[row] : word_starts[row + 1]]
        m = _choose(own, window, chosen[ends[row] :])
        some = chosen[ends[row] : ends[row] + m]
        for i in range(m):
            place = np.int64(some[i])
            some[i] = np.uint64(own[place]) << np.uint64(32) | np.uint64(_context(told, place, len(told) - len(own) + 1, around))
        radix(some, spare, 4, 4)
        ends[row + 1] = ends[row] + _distinct(some)
    found = chosen[: ends[n]]
    return (found >> np.uint64(32)).astype(np.uint32), (found & np.uint64(0xFFFFFFFF)).astype(np.uint32), ends


@njit(cache=True, nogil=True)
def _choose(values, window, places):
    """Write the places of the fingerprints of one text; return how many there are."""
    last, m, place = len(values), 0, -1
    for i in range(max(1, last - window + 1) if last else 0):
        stop = min(i + window, last)
        if place < i:
            place = i
            for j in range(i + 1, stop):
                if values[j] <= values[place]:
                    place = j
        elif values[stop - 1] <= values[place]:
            place = stop - 1
        else:
            continue
        places[m] = place
        m += 1
    return m


@njit(cache=True, nogil=True)
def _context(words, place, width, around):
    """Return the bits of the words before the `width` words at a place, and of those behind."""
    before = behind = np.uint32(0)
    if around and place >= around:
        before = _side(words, place - around, around)
    if around and place + width + around <= len(words):
        behind = _side(words, place + width, around)
    return before << np.uint32(16) | behind


@njit(cache=True, nogil=True)
def _side(words, first, around):
    h = SEED
    for i in range(first, first + around):
        h = join(h, words[i])
    return (h & SIDE) + np.uint32(1)


@njit(cache=True, nogil=True)
def _distinct(values):
    """Drop, in place, all but one of the sorted values whose upper half is the same; return how many are left."""
    m = 0
    for value in values:
        if m and values[m - 1] >> np.uint64(32) == value >> np.uint64(32):
            values[m - 1] |= np.uint64(ANY)
        else:
            values[m] = value
            m += 1
    return m
