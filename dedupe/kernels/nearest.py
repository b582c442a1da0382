"""Nearest neighbours by the terms that rows share."""

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def nearest(span, rows, lists, count, most):
    """Return the nearest rows, int32[r, count], of the rows in span, best first, and their similarity, float32[r, count].

    A row is never its own neighbour; ties go to the lower row; missing neighbours are -1. A row's rarest terms are looked
    up first, and no more of them than `most` rows stand under.

    span   first and last + 1 of the rows asked for
    rows   starts int32[n + 1], terms int32[m], weights float32[m]: the terms of each row
    lists  the same matrix by term: starts int32[t + 1], rows int32[m], weights float32[m]
    """
    (starts, terms, weights), (begins, others, there) = rows, lists
    first, last = span
    near, score = np.full((last - first, count), -1, np.int32), np.zeros((last - first, count), np.float32)
    # of the rows touched one more is written than there can be
    sums, touched = np.zeros(len(starts) - 1, np.float32), np.empty(len(starts), np.int32)
    for row in range(first, last):
        best, least = near[row - first], score[row - first]
        own = slice(starts[row], starts[row + 1])
        m = _add(terms[own], weights[own], begins, others, there, sums, touched, most)
        for i in range(m):
            other = touched[i]
            if sums[other] >= least[count - 1] and other != row:
                _insert(best, least, other, sums[other])
            sums[other] = 0
    return near, score


@njit(cache=True, nogil=True)
def _add(terms, weights, begins, rows, there, sums, touched, most):
    """Add the products of terms to the sums of the rows under them, rarest terms first; return how many rows were touched."""
    m = 0
    for i in _by_size(terms, begins):
        most -= begins[terms[i] + 1] - begins[terms[i]]
        if most < 0:
            break
        weight = weights[i]
        for j in range(begins[terms[i]], begins[terms[i] + 1]):
            row, held = rows[j], sums[rows[j]]
            touched[m] = row  # without a branch, which would be taken at random
            m += held == 0
            sums[row] = held + weight * there[j]
    return m


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
def _by_size(terms, begins):
    """Return the places of terms, fewest rows first; of equals the first comes first. They are few: by insertion."""
    order = np.empty(len(terms), np.int64)
    for i in range(len(terms)):
        size, j = begins[terms[i] + 1] - begins[terms[i]], i
        while j > 0 and begins[terms[order[j - 1]] + 1] - begins[terms[order[j - 1]]] > size:
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
