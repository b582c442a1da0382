"""How often numbers were seen, at least: counts in a table of fixed size, which just add up."""

import numpy as np
from numba import njit

BITS = 26
SIZE = 1 << BITS
MOST = np.uint8(255)
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # multiplicative hashing (Knuth 1973, 6.4)


@njit(cache=True, nogil=True)
def see(values, table):
    """Count values, uint64[m], in a table, uint8[SIZE], in place."""
    for value in values:
        slot = (value * SPREAD) >> np.uint64(64 - BITS)
        if table[slot] < MOST:
            table[slot] += 1


@njit(cache=True, nogil=True)
def seen(values, table, least):
    """Return which values, bool[m], may have been counted `least` times or more, up to MOST: all that were, and few others."""
    found = np.empty(len(values), np.bool_)
    for i in range(len(values)):
        found[i] = table[(values[i] * SPREAD) >> np.uint64(64 - BITS)] >= least
    return found
