"""Sizes of intersections of sorted sets; the longest run of words that two texts share."""

import numpy as np
from numba import njit

from dedupe.kernels.mixing import SEED, join
from dedupe.kernels.radix import radix

PLACE = np.uint64((1 << 32) - 1)


@njit(cache=True, nogil=True)
def overlap(pairs, values, starts):
    """Return how many values the two rows of each pair share, int32[p].

    pairs   int32[p, 2]   rows
    values  uint32[m]     sorted and distinct within a row
    starts  int32[n + 1]  where each row begins
    """
    shared = np.zeros(len(pairs), np.int32)
    for p in range(len(pairs)):
        i, last = starts[pairs[p, 0]], starts[pairs[p, 0] + 1]
        j, end = starts[pairs[p, 1]], starts[pairs[p, 1] + 1]
        while i < last and j < end:
            left, right = values[i], values[j]
            shared[p] += left == right
            i += left <= right
            j += right <= left
    return shared


@njit(cache=True, nogil=True)
def run(pairs, words, starts, least):
    """Return the length in words, int32[p], of the longest common run of the two rows of each pair; 0 if under `least`.

    pairs   int32[p, 2]   rows
    words   uint32[m]     all rows' words, end to end
    starts  int32[n + 1]  where each row begins
    least   words in a row that are looked up at once
    """
    longest = np.zeros(len(pairs), np.int32)
    indexed = -1
    grams = np.empty(0, np.uint64)
    for p in range(len(pairs)):
        left = words[starts[pairs[p, 0]] : starts[pairs[p, 0] + 1]]
        right = words[starts[pairs[p, 1]] : starts[pairs[p, 1] + 1]]
        if len(left) < least or len(right) < least:
            continue
        if indexed != pairs[p, 0]:
            indexed = pairs[p, 0]
            grams = _grams(left, least)
            radix(grams, np.empty(len(grams), np.uint64), 4, 4)
        longest[p] = _run(left, right, _grams(right, least), grams)
    return longest


@njit(cache=True, nogil=True)
def _grams(words, size):
    """Return 32 bits of hash and then the place, uint64, of every `size` words in a row."""
    grams = np.empty(len(words) - size + 1, np.uint64)
    for i in range(len(grams)):
        h = SEED
        for j in range(size):
            h = join(h, words[i + j])
        grams[i] = np.uint64(h) << np.uint64(32) | np.uint64(i)
    return grams


@njit(cache=True, nogil=True)
def _run(left, right, looked_up, grams):
    """Return the longest common run, followed from every place of the sorted grams of left where one begins."""
    best = 0
    for gram in looked_up:
        j = np.int64(gram & PLACE)
        at = np.searchsorted(grams, gram & ~PLACE)
        while at < len(grams) and grams[at] >> np.uint64(32) == gram >> np.uint64(32):
            i = np.int64(grams[at] & PLACE)
            at += 1
            if i > 0 and j > 0 and left[i - 1] == right[j - 1]:
                continue
            length = 0
            while i + length < len(left) and j + length < len(right) and left[i + length] == right[j + length]:
                length += 1
            best = max(best, length)
    return best


@njit(cache=True, nogil=True)
def equal(pairs, words, starts):
    """Return whether the two rows of each pair, int32[p, 2], are the same words in the same order, bool[p]."""
    same = np.zeros(len(pairs), np.bool_)
    for p in range(len(pairs)):
        i, j = starts[pairs[p, 0]], starts[pairs[p, 1]]
        length = starts[pairs[p, 0] + 1] - i
        if length == 0 or starts[pairs[p, 1] + 1] - j != length:
            continue
        k = 0
        while k < length and words[i + k] == words[j + k]:
            k += 1
        same[p] = k == length
    return same
