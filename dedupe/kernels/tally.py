"""How many texts have each term, and how words are written: counts in tables of fixed size, which just add up."""

import numpy as np
from numba import njit

from dedupe.kernels.buffers import frozen
from dedupe.kernels.flags import CAPITAL, CHARACTER, FIRST, IS_NAME, NEVER_SMALL, NUMBER, SHOUTED
from dedupe.kernels.terms import COUNT_BITS

SLOTS = 1 << 22
TEXTS, INSIDE, SMALL = 0, 1, 2


def slots(terms):
    """Return the place of terms, uint32[m], in a table, int32[m]."""
    return frozen((terms & np.uint32(SLOTS - 1)).astype(np.int32))


@njit(cache=True, nogil=True)
def tally(terms, words, flags, counts, step):
    """Add texts to counts, int32[3, SLOTS], by slot, `step` for each: 1, or -1 to take them out again.

    Row TEXTS counts the texts that have the term, INSIDE the uses of the word with a capital inside a sentence, SMALL those
    without a capital.

    terms   uint32[t]  of `kernels.terms`
    words   uint32[m]  all words of the texts
    flags   uint8[m]   of `words`
    """
    for term in terms:
        counts[TEXTS, term >> np.uint32(COUNT_BITS)] += step
    for i in range(len(words)):
        if flags[i] & (NUMBER | CHARACTER):
            continue
        if flags[i] & CAPITAL == 0:
            counts[SMALL, words[i] & np.uint32(SLOTS - 1)] += step
        elif flags[i] & (FIRST | SHOUTED) == 0:
            counts[INSIDE, words[i] & np.uint32(SLOTS - 1)] += step


@njit(cache=True, nogil=True)
def written(counts):
    """Return IS_NAME and NEVER_SMALL, uint8[SLOTS], of the words counted.

    A name had a capital inside a sentence somewhere and is not written small in a fifth of its more than three uses.
    """
    found = np.empty(counts.shape[1], np.uint8)
    for slot in range(counts.shape[1]):
        inside, small = counts[INSIDE, slot], counts[SMALL, slot]
        mostly_small = inside + small > 3 and 5 * small >= inside + small
        found[slot] = IS_NAME * (inside > 0 and not mostly_small) | NEVER_SMALL * (small == 0)
    return found
