"""The distinct terms of texts and how often each stands there, a number for both."""

import numpy as np
from numba import njit

from dedupe.kernels.radix import radix

SLOT_BYTES = 3
COUNT_BITS = 10  # of a number: how often the term stands there, so many times at most


@njit(cache=True, nogil=True)
def terms(slots, starts):
    """Return the distinct terms of n texts, each with its count, uint32[m], and where each row begins, int32[n + 1].

    A number is slot << COUNT_BITS | count; they are sorted within a row.

    slots   int32[w]      all rows' terms, end to end
    starts  int32[n + 1]  where each row begins
    """
    found, ends, m = np.empty(len(slots), np.uint32), np.zeros(len(starts), np.int32), 0
    longest = np.diff(starts).max() if len(starts) > 1 else 0
    sorted_, spare = np.empty(longest, np.int32), np.empty(longest, np.int32)
    most = np.uint32((1 << COUNT_BITS) - 1)
    for row in range(len(starts) - 1):
        own = sorted_[: starts[row + 1] - starts[row]]
        own[:] = slots[starts[row] : starts[row + 1]]
        radix(own, spare, 0, SLOT_BYTES)
        for i in range(len(own)):
            if i > 0 and own[i] == own[i - 1]:
                found[m - 1] += found[m - 1] & most != most
            else:
                found[m] = np.uint32(own[i]) << np.uint32(COUNT_BITS) | np.uint32(1)
                m += 1
        ends[row + 1] = m
    return found[:m].copy(), ends


def unpacked(numbers):
    """Return the slots, int32[m], and the counts, float32[m], of such numbers, uint32[m]."""
    most = np.uint32((1 << COUNT_BITS) - 1)
    return (numbers >> np.uint32(COUNT_BITS)).astype(np.int32), (numbers & most).astype(np.float32)


@njit(cache=True, nogil=True)
def cosine(pairs, slots, weights, starts):
    """Return the cosine, float32[p], of the two rows of each pair.

    pairs           int32[p, 2]    rows
    slots, weights  int32[m] sorted within a row, float32[m]: unit vectors
    starts          int32[n + 1]   where each row begins
    """
    cosines = np.zeros(len(pairs), np.float32)
    for p in range(len(pairs)):
        i, last = starts[pairs[p, 0]], starts[pairs[p, 0] + 1]
        j, end = starts[pairs[p, 1]], starts[pairs[p, 1] + 1]
        total = np.float32(0)
        while i < last and j < end:
            left, right = slots[i], slots[j]
            if left == right:
                total += weights[i] * weights[j]
            i += left <= right
            j += right <= left
        cosines[p] = min(total, np.float32(1))
    return cosines
