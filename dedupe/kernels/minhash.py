"""MinHash signatures of shingle sets, bit for bit those of datasketch's scheme affine32."""

import numpy as np
from numba import njit

from dedupe.kernels.mixing import mix

EMPTY = np.uint32(0xFFFFFFFF)


@njit(cache=True, nogil=True)
def minhash(values, starts, left, right):
    """Return the signatures, uint32[n, k], of n shingle sets under k permutations.

    values       uint32[m]     all rows' shingles, end to end; repeats change nothing
    starts       int32[n + 1]  where each row begins
    left, right  uint32[k]     permutation j is h -> left[j] * h + right[j], mod 2**32
    """
    n, k = len(starts) - 1, len(left)
    signatures = np.full((n, k), EMPTY, np.uint32)
    for row in range(n):
        least = signatures[row]
        for i in range(starts[row], starts[row + 1]):
            h = mix(values[i])
            for j in range(k):
                least[j] = min(least[j], np.uint32(left[j] * h + right[j]))
    return signatures
