"""The unit TF-IDF vectors of sentences, laid out so that those of two texts are compared in one walk."""

import numpy as np
from numba import njit

from dedupe.kernels.radix import radix

TERM, TERM_BYTES = 4, 3  # where a term stands in a number that holds it and, below it, its sentence


@njit(cache=True, nogil=True)
def sentences(slots, starts, begins, ends, rows, least):
    """Return counts, int32[n], lengths, float32[s], term_starts, int64[n + 1], terms, places, int32[m], and weights, float32[m].

    Of the sentences of `least` words or more of each of n texts: how many there are, how many words each has, and their
    terms, sorted within a text, with the sentence in which the term stands, counted from 0 in its text, and its weight there,
    (1 + ln tf) * (idf + 1), in vectors of length 1: rounded as scikit-learn's TfidfTransformer rounds.

    slots   int32[w]      the terms of all words, end to end
    starts  int32[n + 1]  where each text's words begin
    begins  int32[s]      where each sentence begins, counted from the first word of its text
    ends    int32[n + 1]  where each text's sentences begin
    rows    the distinct terms of each text, int32[t], sorted, where they begin, int32[n + 1], and the idf of each, float32[t]
    """
    n, m, s = len(starts) - 1, 0, 0
    counts, lengths, term_starts = np.zeros(n, np.int32), np.empty(len(begins), np.float32), np.zeros(n + 1, np.int64)
    terms, places, weights = (np.empty(len(slots), np.int32), np.empty(len(slots), np.int32), np.empty(len(slots), np.float32))
    keys, spare = np.empty(0, np.uint64), np.empty(0, np.uint64)
    for row in range(n):
        size = starts[row + 1] - starts[row]
        if size > len(keys):
            keys, spare = np.empty(size, np.uint64), np.empty(size, np.uint64)
        held = 0
        for i in range(ends[row], ends[row + 1]):
            first, last = begins[i], (begins[i + 1] if i + 1 < ends[row + 1] else size)
            if last - first < least:
                continue
            for word in range(starts[row] + first, starts[row] + last):
                keys[held] = np.uint64(slots[word]) << np.uint64(8 * TERM) | np.uint64(counts[row])
                held += 1
            lengths[s] = last - first
            counts[row], s = counts[row] + 1, s + 1
        radix(keys[:held], spare, TERM, TERM_BYTES)
        own = slice(rows[1][row], rows[1][row + 1])
        m = _weigh(keys[:held], counts[row], rows[0][own], rows[2][own], (terms, places, weights), m)
        term_starts[row + 1] = m
    return counts, lengths[:s].copy(), term_starts, terms[:m].copy(), places[:m].copy(), weights[:m].copy()


@njit(cache=True, nogil=True)
def _weigh(keys, count, known, idf, out, m):
    """Write the terms of one text, given by sorted keys, from place m on, its sentences' vectors of length 1; return the end."""
    (terms, places, weights), first, norms = out, m, np.zeros(count, np.float64)
    i = at = 0
    while i < len(keys):
        j = i + 1
        while j < len(keys) and keys[j] == keys[i]:
            j += 1
        term, place = np.int32(keys[i] >> np.uint64(8 * TERM)), np.int32(keys[i] & np.uint64(0xFFFFFFFF))
        weight = np.float32(1) if j == i + 1 else np.log(np.float32(j - i)) + np.float32(1)
        while known[at] < term:  # both are sorted: no table of all terms is looked into
            at += 1
        weight = np.float32(weight * (idf[at] + np.float32(1)))
        terms[m], places[m], weights[m] = term, place, weight
        norms[place] += np.float64(np.float32(weight * weight))
        m, i = m + 1, j
    for i in range(first, m):
        if norms[places[i]] > 0:
            weights[i] = np.float32(np.float64(weights[i]) / np.sqrt(norms[places[i]]))
    return m
