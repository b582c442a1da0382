"""Sentence against sentence: the best cosine of each sentence of a pair in the other text."""

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def align(pairs, sentences, starts, terms, places, weights):
    """Return best, float32[b], partner, int32[b], and where each pair begins, int64[p + 1].

    A pair's part of `best` holds the sentences of its left row, then those of its right row; `partner` the sentence of
    the other row with that cosine, -1 where no term is shared.

    pairs      int32[p, 2]    rows
    sentences  int32[n]       how many sentences each row has
    starts     int64[n + 1]   where each row's terms begin
    terms      int32[m]       sorted within a row
    places     int32[m]       the sentence, within its row, that the term stands in
    weights    float32[m]     of the term in its sentence, whose vector has length 1
    """
    begins = np.zeros(len(pairs) + 1, np.int64)
    largest = 0
    for p in range(len(pairs)):
        left, right = sentences[pairs[p, 0]], sentences[pairs[p, 1]]
        begins[p + 1] = begins[p] + left + right
        largest = max(largest, left * right)
    best, partner = np.zeros(begins[-1], np.float32), np.full(begins[-1], -1, np.int32)
    cosines = np.zeros(largest, np.float32)
    for p in range(len(pairs)):
        left, right = pairs[p]
        rows, columns = sentences[left], sentences[right]
        grid = cosines[: rows * columns].reshape(rows, columns)
        grid[:] = 0
        _products(grid, (starts[left], starts[left + 1]), (starts[right], starts[right + 1]), terms, places, weights)
        _best(grid, best[begins[p] : begins[p + 1]], partner[begins[p] : begins[p + 1]])
    return best, partner, begins


@njit(cache=True, nogil=True)
def _products(grid, left, right, terms, places, weights):
    """Add to grid[i, j] the products of the terms that sentences i and j share."""
    (i, last), (j, end) = left, right
    while i < last and j < end:
        if terms[i] < terms[j]:
            i += 1
        elif terms[j] < terms[i]:
            j += 1
        else:
            stop = j
            while i < last and terms[i] == terms[j]:
                stop = j
                while stop < end and terms[stop] == terms[j]:
                    grid[places[i], places[stop]] += weights[i] * weights[stop]
                    stop += 1
                i += 1
            j = stop


@njit(cache=True, nogil=True)
def _best(grid, best, partner):
    """Write the greatest cosine of every row of the grid, then of every column, and where it stands."""
    rows, columns = grid.shape
    for i in range(rows):
        for j in range(columns):
            cosine = grid[i, j]
            if cosine > best[i]:
                best[i], partner[i] = cosine, j
            if cosine > best[rows + j]:
                best[rows + j], partner[rows + j] = cosine, i


@njit(cache=True, nogil=True)
def cover(pairs, best, begins, sentences, lengths, starts, levels):
    """Return how much of either row of each pair is told by sentences of the other, float32[p, 7].

    Columns: the share of words in sentences whose best cosine reaches levels[0], left and right; the same for levels[1];
    how many sentences reach levels[1], left and right; the mean best cosine of a sentence, over both rows.

    pairs, best, begins  of `align`
    sentences            int32[n]: how many sentences each row has
    lengths, starts      float32[s], ragged by int64[n + 1]: the words of each sentence
    """
    told = np.zeros((len(pairs), 7), np.float32)
    for p in range(len(pairs)):
        at = begins[p]
        for side in range(2):
            row = pairs[p, side]
            total = sums = np.float32(0)
            for i in range(sentences[row]):
                length = lengths[starts[row] + i]
                total += length
                sums += best[at]
                if best[at] >= levels[0]:
                    told[p, side] += length
                if best[at] >= levels[1]:
                    told[p, 2 + side] += length
                    told[p, 4 + side] += 1
                at += 1
            if total > 0:
                told[p, side] /= total
                told[p, 2 + side] /= total
                told[p, 6] += sums / sentences[row] / 2
    return told
