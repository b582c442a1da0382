"""Candidate pairs of the rows that share a bucket, linear in the size of the bucket."""

import numpy as np
from numba import njit

from dedupe.kernels.radix import radix
from dedupe.kernels.winnow import ANY

SPREAD = np.uint64(0x9E3779B97F4A7C15)  # multiplicative hashing (Knuth 1973, 6.4)
EMPTY = -1


@njit(cache=True, nogil=True)
def bucket(ids):
    """Return pairs, int32[p, 2], left < right, of rows of one id, uint64[n]: each with the first row and with the one before."""
    n = len(ids)
    slots, size = _slots(ids)
    heads, tails = np.full(size, EMPTY, np.int32), np.empty(size, np.int32)
    pairs, count = np.empty((2 * n, 2), np.int32), 0
    for row in range(n):
        slot = slots[row]
        if heads[slot] == EMPTY:
            heads[slot] = row
        else:
            pairs[count, 0], pairs[count, 1] = heads[slot], row
            count += 1
            if tails[slot] != heads[slot]:
                pairs[count, 0], pairs[count, 1] = tails[slot], row
                count += 1
        tails[slot] = row
    return pairs[:count].copy()


@njit(cache=True, nogil=True)
def crowd(ids, least):
    """Return the first row of each row's id, uint64[n], where `least` rows or more have it, else the row itself, int32[n]."""
    slots, size = _slots(ids)
    counts, heads = np.zeros(size, np.int32), np.full(size, EMPTY, np.int32)
    for slot in slots:
        counts[slot] += 1
    firsts = np.empty(len(ids), np.int32)
    for row in range(len(ids)):
        slot = slots[row]
        if heads[slot] == EMPTY:
            heads[slot] = row
        firsts[row] = heads[slot] if counts[slot] >= least else row
    return firsts


@njit(cache=True, nogil=True)
def _slots(ids):
    """Return the slot of each id in a table that none shares, int64[n], and how many slots there are."""
    bits = 4
    while 1 << bits < 2 * len(ids):
        bits += 1
    heads, slots = np.full(1 << bits, EMPTY, np.int32), np.empty(len(ids), np.int64)
    for row in range(len(ids)):
        slot = np.int64((ids[row] * SPREAD) >> np.uint64(64 - bits))
        while heads[slot] != EMPTY and ids[heads[slot]] != ids[row]:
            slot = (slot + 1) & ((1 << bits) - 1)
        if heads[slot] == EMPTY:
            heads[slot] = row
        slots[row] = slot
    return slots, 1 << bits


@njit(cache=True, nogil=True)
def every(ids, rows, around, cap):
    """Return all pairs, int32[p, 2], left < right, of rows that share an id that at most cap rows have, and bool[p].

    The latter says whether the two have the same around the id on either side.

    ids     uint32[m]  buckets
    rows    int32[m]   the row in the bucket, each once
    around  uint32[m]  of `winnow`
    """
    order = _order(ids, rows)
    total = _paired(ids, rows, around, order, cap, np.empty((0, 2), np.int32), np.empty(0, np.bool_))
    pairs, alike = np.empty((total, 2), np.int32), np.empty(total, np.bool_)
    _paired(ids, rows, around, order, cap, pairs, alike)
    return pairs, alike


@njit(cache=True, nogil=True)
def _order(ids, rows):
    """Return the order, int32[m], by id and then by row."""
    keys, spare = np.empty(len(ids), np.uint64), np.empty(len(ids), np.uint64)
    for i in range(len(ids)):
        keys[i] = np.uint64(rows[i]) << np.uint64(32) | np.uint64(i)
    radix(keys, spare, 4, 4)
    for i in range(len(ids)):
        place = keys[i] & np.uint64(0xFFFFFFFF)
        keys[i] = np.uint64(ids[place]) << np.uint64(32) | place
    radix(keys, spare, 4, 4)
    return (keys & np.uint64(0xFFFFFFFF)).astype(np.int32)


@njit(cache=True, nogil=True)
def _paired(ids, rows, around, order, cap, pairs, alike):
    """Write the pairs, if there is room for any, and return how many there are."""
    m, count, first = len(ids), 0, 0
    for i in range(1, m + 1):
        if i < m and ids[order[i]] == ids[order[first]]:
            continue
        size = i - first
        if size > 1 and size <= cap:
            if len(pairs) == 0:
                count += size * (size - 1) // 2
            else:
                for j in range(first, i):
                    for k in range(j + 1, i):
                        left, right = order[j], order[k]
                        pairs[count, 0], pairs[count, 1] = rows[left], rows[right]
                        alike[count] = _touch(around[left], around[right])
                        count += 1
        first = i
    return count


@njit(cache=True, nogil=True)
def touch(left, right):
    """Return whether the two of each pair have the same around a fingerprint, bool[p], as far as is told, uint32[p]."""
    alike = np.empty(len(left), np.bool_)
    for i in range(len(left)):
        alike[i] = _touch(left[i], right[i])
    return alike


@njit(cache=True, nogil=True, inline="always")
def _touch(left, right):
    """Return whether two have the same on a side, as far as is told."""
    if left == ANY or right == ANY:
        return True
    before, behind = left >> np.uint32(16), left & np.uint32(0xFFFF)
    same_before = before != 0 and before == right >> np.uint32(16)
    return same_before or (behind != 0 and behind == right & np.uint32(0xFFFF))
