"""One number for a short text, whatever its white space and capitals."""

import numpy as np
from numba import njit

from dedupe.kernels.letters import NEWLINE, SIZE, SPACE
from dedupe.kernels.utf8 import decode, length

SEED, PRIME = np.uint64(14695981039346656037), np.uint64(1099511628211)
GAP = 32


@njit(cache=True, nogil=True)
def squeeze(text, starts, kinds, folds, longest):
    """Return a hash, int64[n], of n texts, equal where two differ in capitals and in their gaps at most; 0 for a long one.

    text          uint8[b]      UTF-8, all rows end to end
    starts        int64[n + 1]  where each row begins
    kinds, folds  the tables of `letters`
    longest       characters of a text that is not long; one without any has 0, too
    """
    found = np.zeros(len(starts) - 1, np.int64)
    for row in range(len(found)):
        if length(text[starts[row] : starts[row + 1]]) > longest:
            continue
        h, is_gap, i = SEED, False, starts[row]
        while i < starts[row + 1]:
            code, i = decode(text, i)
            kind = kinds[code] if code < SIZE else np.uint8(0)
            if kind in (SPACE, NEWLINE) or (code >= 9 and code <= GAP):
                is_gap = h != SEED
                continue
            if is_gap:
                h = (h ^ np.uint64(GAP)) * PRIME
                is_gap = False
            h = (h ^ np.uint64(folds[code] if code < SIZE else code)) * PRIME
        if h != SEED:
            found[row] = np.int64(h ^ (h >> np.uint64(29)))
    return found
