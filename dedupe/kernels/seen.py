"""How often numbers were seen, at least: counts in a table of fixed size, which just add up."""

import numpy as np
from numba import njit

LEAST, MOST_BITS = 12, 26  # bits of the place of a number in a table
MOST = np.uint8(255)
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # multiplicative hashing (Knuth 1973, 6.4)


def table(numbers):
    """Return an empty table, uint8[2 ** bits], in which so many numbers hardly ever have the same place."""
    return np.zeros(1 << min(max((4 * numbers).bit_length(), LEAST), MOST_BITS), np.uint8)


@njit(cache=True, nogil=True)
def see(values, table):
    """Count values, uint64[m], in a table, in place."""
    shift = _shift(table)
    for value in values:
        place = (value * SPREAD) >> shift
        if table[place] < MOST:
            table[place] += 1


@njit(cache=True, nogil=True)
def seen(values, table, least):
    """Return which values, bool[m], may have been counted `least` times or more, up to MOST: all that were, and few others."""
    found, shift = np.empty(len(values), np.bool_), _shift(table)
    for i in range(len(values)):
        found[i] = table[(values[i] * SPREAD) >> shift] >= least
    return found


@njit(cache=True, nogil=True)
def _shift(table):
    bits = 0
    while 1 << bits < len(table):
        bits += 1
    return np.uint64(64 - bits)
