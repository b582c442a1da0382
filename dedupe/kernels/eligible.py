"""Which words of a text may be anchors: its names and numbers."""

import numpy as np
from numba import njit

from dedupe.kernels.flags import CAPITAL, CHARACTER, IS_NAME, NEVER_SMALL, NUMBER, SHORT, SHOUTED
from dedupe.kernels.tally import SLOTS

FEW = 100  # words to a capital: a text with fewer is written without


@njit(cache=True, nogil=True)
def flagged(flags, starts, bits):
    """Return how many words of each row have all of these bits, int32[n]; flags, uint8[m], and where each row begins."""
    counts = np.zeros(len(starts) - 1, np.int32)
    for row in range(len(counts)):
        total = 0
        for i in range(starts[row], starts[row + 1]):
            total += flags[i] & bits == bits
        counts[row] = total
    return counts


@njit(cache=True, nogil=True)
def eligible(words, flags, starts, written):
    """Return which words may be anchors, bool[m]: names and numbers; in a text without capitals any word.

    words, flags  uint32[m], uint8[m], ragged by starts
    written       uint8[SLOTS]  IS_NAME and NEVER_SMALL, by the slot of a word
    """
    found, capitals = np.empty(len(words), np.bool_), flagged(flags, starts, CAPITAL)
    for row in range(len(starts) - 1):
        any_word = capitals[row] * FEW <= starts[row + 1] - starts[row]
        for i in range(starts[row], starts[row + 1]):
            may_be = any_word or flags[i] & (NUMBER | SHORT) == NUMBER
            if not may_be and flags[i] & CAPITAL:
                how = written[words[i] & np.uint32(SLOTS - 1)]
                may_be = how & IS_NAME != 0 or (flags[i] & SHOUTED != 0 and how & NEVER_SMALL != 0)
            found[i] = may_be
    return found


@njit(cache=True, nogil=True)
def numbers(words, flags, starts):
    """Return the hashes of the numbers of two digits or more, uint32[m], and where each row begins, int32[n + 1]."""
    found, ends, m = np.empty(len(words), np.uint32), np.zeros(len(starts), np.int32), 0
    for row in range(len(starts) - 1):
        for i in range(starts[row], starts[row + 1]):
            if flags[i] & (NUMBER | SHORT) == NUMBER:
                found[m] = words[i]
                m += 1
        ends[row + 1] = m
    return found[:m].copy(), ends


@njit(cache=True, nogil=True)
def spaceless(flags, starts):
    """Return whether most words of each row are pairs of characters, bool[n]."""
    return 2 * flagged(flags, starts, CHARACTER) > np.diff(starts)
