"""The heaviest names and numbers of a text, and how much of them another text has."""

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def anchor(terms, scores, starts, named, limits):
    """Return anchors, int32[m], their scores, float32[m], and where each row begins, int32[n + 1].

    terms, scores  int32[t], float32[t]  the distinct terms of all rows, end to end
    starts         int32[n + 1]          where each row begins
    named          bool[t]               whether the term is a name or a number
    limits         int32[n, 2]           at most so many names and numbers; filled up to so many with the heaviest others
    """
    n = len(starts) - 1
    size = limits.sum()
    anchors, heavy, ends = np.empty(size, np.int32), np.empty(size, np.float32), np.zeros(n + 1, np.int32)
    for row in range(n):
        first, last, m = starts[row], starts[row + 1], ends[row]
        left = scores[first:last].copy()
        for turn in range(2):
            m = _take(terms[first:last], left, named[first:last], turn == 0, anchors, heavy, (m, ends[row] + limits[row, turn]))
        ends[row + 1] = m
    return anchors[: ends[n]].copy(), heavy[: ends[n]].copy(), ends


@njit(cache=True, nogil=True)
def _take(terms, scores, named, wanted, anchors, heavy, span):
    """Move the heaviest terms of the wanted kind to places span[0] .. span[1]; return where they end."""
    m, stop = span
    while m < stop:
        best = -1
        for i in range(len(terms)):
            if named[i] == wanted and scores[i] > 0 and (best < 0 or scores[i] > scores[best]):
                best = i
        if best < 0:
            break
        anchors[m], heavy[m] = terms[best], scores[best]
        scores[best] = 0
        m += 1
    return m


@njit(cache=True, nogil=True)
def name(terms, starts, slots, eligible, word_starts):
    """Return which terms, bool[t], are those of an eligible word of their row.

    terms, starts                 int32[t] sorted and distinct within a row, int32[n + 1]
    slots, eligible, word_starts  int32[w], bool[w], int32[n + 1]: all words of the same rows
    """
    named = np.zeros(len(terms), np.bool_)
    for row in range(len(starts) - 1):
        own = terms[starts[row] : starts[row + 1]]
        for i in range(word_starts[row], word_starts[row + 1]):
            if eligible[i]:
                named[starts[row] + np.searchsorted(own, slots[i])] = True
    return named


@njit(cache=True, nogil=True)
def found(pairs, anchors, weights, starts, terms, term_starts):
    """Return the weight share of each side's anchors that the other has, float32[p, 2]; nan for a side without anchors.

    pairs             int32[p, 2]
    anchors, weights  ragged by starts, int32[n + 1]: of `anchor`
    terms             ragged by term_starts, int32[n + 1]: sorted and distinct within a row
    """
    shares = np.empty((len(pairs), 2), np.float32)
    for p in range(len(pairs)):
        for side in range(2):
            own, other = pairs[p, side], pairs[p, 1 - side]
            there = terms[term_starts[other] : term_starts[other + 1]]
            shared = total = np.float32(0)
            for i in range(starts[own], starts[own + 1]):
                total += weights[i]
                place = np.searchsorted(there, anchors[i])
                if place < len(there) and there[place] == anchors[i]:
                    shared += weights[i]
            shares[p, side] = shared / total if total > 0 else np.nan
    return shares
