"""Candidate pairs of the rows that share a bucket, linear in the size of the bucket."""

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def bucket(ids, rows, cap):
    """Return pairs, int32[p, 2], left < right, of rows that share an id: each with the bucket's first and with the one before it.

    ids   uint64[m]  buckets, sorted
    rows  int32[m]   the row in the bucket, sorted and distinct within it
    cap   a bucket of more rows is left out; 0 for no cap
    """
    m = len(ids)
    pairs = np.empty((2 * m, 2), np.int32)
    count = first = 0
    for i in range(1, m + 1):
        if i < m and ids[i] == ids[first]:
            continue
        if cap == 0 or i - first <= cap:
            for j in range(first + 1, i):
                pairs[count] = rows[first], rows[j]
                count += 1
                if j > first + 1:
                    pairs[count] = rows[j - 1], rows[j]
                    count += 1
        first = i
    return pairs[:count].copy()


@njit(cache=True, nogil=True)
def every(ids, rows, cap):
    """Return all pairs, int32[p, 2], left < right, of rows that share an id that at most cap rows have.

    ids   uint64[m]  buckets, sorted
    rows  int32[m]   the row in the bucket, sorted and distinct within it
    """
    total = 0
    for turn in range(2):
        if turn == 1:
            pairs = np.empty((total, 2), np.int32)
        count = first = 0
        for i in range(1, len(ids) + 1):
            if i < len(ids) and ids[i] == ids[first]:
                continue
            size = i - first
            if size > 1 and size <= cap:
                if turn == 0:
                    total += size * (size - 1) // 2
                else:
                    for j in range(first, i):
                        for k in range(j + 1, i):
                            pairs[count] = rows[j], rows[k]
                            count += 1
            first = i
    return pairs
