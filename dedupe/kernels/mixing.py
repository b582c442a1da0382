"""Hashes of 32 bits."""

import numpy as np
from numba import njit

SEED, PRIME = np.uint32(2166136261), np.uint32(16777619)  # of FNV-1a (Fowler, Noll and Vo 1991)


@njit(cache=True, nogil=True, inline="always")
def mix(h):
    """Return h, uint32, scrambled by the finalizer of MurmurHash3 (Appleby 2011): a bijection."""
    h ^= h >> np.uint32(16)
    h = np.uint32(h * np.uint32(0x85EBCA6B))
    h ^= h >> np.uint32(13)
    h = np.uint32(h * np.uint32(0xC2B2AE35))
    return np.uint32(h ^ (h >> np.uint32(16)))


@njit(cache=True, nogil=True, inline="always")
def join(left, right):
    """Return the hash, uint32, of two hashes in this order."""
    return mix(np.uint32(np.uint32(left * PRIME) ^ right))
