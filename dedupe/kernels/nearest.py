"""Nearest neighbours by the terms that rows share."""

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def rarest(starts, terms, weights, sizes, most):
    """Return the terms of each row that are looked up, int32[m], the rarest first, their weights, and where each row begins.

    No more of them than `most` rows stand under.

    starts, terms, weights  int32[n + 1], int32[m], float32[m]: the terms of each row
    sizes                   int32[t]  how many rows each term has
    """
    kept, heavy, ends, m = np.empty(len(terms), np.int32), np.empty(len(terms), np.float32), np.zeros_like(starts), 0
    for row in range(len(starts) - 1):
        first, left = starts[row], most
        for i in _by_size(terms[first : starts[row + 1]], sizes):
            left -= sizes[terms[first + i]]
            if left < 0:
                break
            kept[m], heavy[m] = terms[first + i], weights[first + i]
            m += 1
        ends[row + 1] = m
    return kept[:m].copy(), heavy[:m].copy(), ends


@njit(cache=True, nogil=True)
def met(own, rows, lists, count):
    """Return the nearest rows, int32[r, count], of r rows, best first, and their similarity, float32[r, count].

    A row is never its own neighbour; ties go to the lower row; missing neighbours are -1.

    own    int32[r]  where each of the r rows stands among those that are looked up, -1 if it does not
    rows   starts int32[r + 1], terms int32[m], weights float32[m]: the terms of each of the r rows, of `rarest`
    lists  the rows that are looked up by term: starts int32[t + 1], rows int32[m], weights float32[m]
    """
    (starts, terms, weights), (begins, others, there) = rows, lists
    near, score = np.full((len(own), count), -1, np.int32), np.zeros((len(own), count), np.float32)
    most = np.int32(0)
    for other in others:
        most = max(most, other)
    # of the rows touched one more is written than there can be
    sums, touched = np.zeros(most + 1, np.float32), np.empty(most + 2, np.int32)
    for row in range(len(own)):
        best, least, m = near[row], score[row], 0
        for i in range(starts[row], starts[row + 1]):
            weight = weights[i]
            for j in range(begins[terms[i]], begins[terms[i] + 1]):
                other, held = others[j], sums[others[j]]
                touched[m] = other  # without a branch, which would be taken at random
                m += held == 0
                sums[other] = held + weight * there[j]
        for i in range(m):
            other = touched[i]
            if sums[other] >= least[count - 1] and other != own[row]:
                _insert(best, least, other, sums[other])
            sums[other] = 0
    return near, score


@njit(cache=True, nogil=True)
def _insert(near, score, row, similarity):
    """Put a row into the ordered list of the best, if it is one of them."""
    i = len(near) - 1
    if near[i] >= 0 and (similarity < score[i] or (similarity == score[i] and row > near[i])):
        return
    while i > 0 and (near[i - 1] < 0 or similarity > score[i - 1] or (similarity == score[i - 1] and row < near[i - 1])):
        near[i], score[i] = near[i - 1], score[i - 1]
        i -= 1
    near[i], score[i] = row, similarity


@njit(cache=True, nogil=True)
def _by_size(terms, sizes):
    """Return the places of terms, fewest rows first; of equals the first comes first. They are few: by insertion."""
    order = np.empty(len(terms), np.int64)
    for i in range(len(terms)):
        size, j = sizes[terms[i]], i
        while j > 0 and sizes[terms[order[j - 1]]] > size:
            order[j] = order[j - 1]
            j -= 1
        order[j] = i
    return order


@njit(cache=True, nogil=True)
def heaviest(starts, terms, weights, count):
    """Return the `count` heaviest terms of each row, int32[m], their weights, float32[m], and where each begins, int32[n + 1].

    They stay in their order; of equals the first are taken, and none of weight 0.
    """
    n = len(starts) - 1
    ends, kept, heavy = np.zeros(n + 1, np.int32), np.empty(n * count, np.int32), np.empty(n * count, np.float32)
    best = np.empty(count, np.float32)
    for row in range(n):
        own, m = weights[starts[row] : starts[row + 1]], ends[row]
        least, ties = _bound(own, best)
        for i in range(len(own)):
            if own[i] > least or (own[i] == least and ties > 0):
                ties -= own[i] == least
                kept[m], heavy[m] = terms[starts[row] + i], own[i]
                m += own[i] != 0
        ends[row + 1] = m
    return kept[: ends[n]].copy(), heavy[: ends[n]].copy(), ends


@njit(cache=True, nogil=True)
def _bound(weights, best):
    """Return the least of as many weights as there is room for among the best, and how many equal to it are among them."""
    count, held = len(best), 0
    if len(weights) <= count:
        return np.float32(-1), 0
    for weight in weights:
        if held == count and weight <= best[count - 1]:
            continue
        j = held if held < count else count - 1
        held = j + 1
        while j > 0 and best[j - 1] < weight:
            best[j] = best[j - 1]
            j -= 1
        best[j] = weight
    return best[count - 1], count - np.sum(best > best[count - 1])
