"""Fingerprints of a text: the shingles that winnowing selects (Schleimer, Wilkerson and Aiken 2003)."""

import numpy as np
from numba import njit

from dedupe.kernels.shingle import distinct


@njit(cache=True, nogil=True)
def winnow(values, starts, window):
    """Return the fingerprints, uint32[m], of n texts and where each row begins, int32[n + 1]; distinct within a row.

    values  uint32[w]     all rows' shingles in the order of the text, end to end
    starts  int32[n + 1]  where each row begins
    window  shingles in a row of which the least, the last one of equals, is a fingerprint
    """
    n = len(starts) - 1
    chosen, ends = np.empty(len(values), np.uint32), np.zeros(n + 1, np.int32)
    spare = np.empty(np.diff(starts).max() if n else 0, np.uint32)
    for row in range(n):
        first, last, m = starts[row], starts[row + 1], ends[row]
        place = -1
        for i in range(first, max(first + 1, last - window + 1) if last > first else first):
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
            chosen[m] = values[place]
            m += 1
        ends[row + 1] = ends[row] + distinct(chosen[ends[row] : m], spare)
    return chosen[: ends[n]].copy(), ends
