"""The distinct terms of texts and how often each stands there."""

import numpy as np
from numba import njit

from dedupe.kernels.radix import radix

SLOT_BYTES = 3


@njit(cache=True, nogil=True)
def terms(slots, starts):
    """Return the distinct terms, int32[m], of n texts, the count of each, float32[m], and where each row begins, int32[n + 1].

    slots   int32[w]      all rows' terms, end to end
    starts  int32[n + 1]  where each row begins; the terms returned are sorted within a row
    """
    found, counts = np.empty(len(slots), np.int32), np.empty(len(slots), np.float32)
    ends, m = np.zeros(len(starts), np.int32), 0
    longest = np.diff(starts).max() if len(starts) > 1 else 0
    sorted_, spare = np.empty(longest, np.int32), np.empty(longest, np.int32)
    for row in range(len(starts) - 1):
        own = sorted_[: starts[row + 1] - starts[row]]
        own[:] = slots[starts[row] : starts[row + 1]]
        radix(own, spare, 0, SLOT_BYTES)
        for i in range(len(own)):
            if i > 0 and own[i] == own[i - 1]:
                counts[m - 1] += 1
            else:
                found[m], counts[m] = own[i], 1
                m += 1
        ends[row + 1] = m
    return found[:m].copy(), counts[:m].copy(), ends


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
