"""Code points of UTF-8."""

import numpy as np
from numba import njit

from dedupe.kernels.letters import IDEOGRAPH, IGNORED, LETTER, SIZE, SYLLABLE


@njit(cache=True, nogil=True)
def decode(text, i):
    """Return the code point that starts at byte i of UTF-8, uint8[m], and where the next one starts."""
    lead = np.uint32(text[i])
    if lead < 0x80:
        return lead, i + 1
    tail = np.uint32(text[i + 1]) & np.uint32(0x3F)
    if lead < 0xE0:
        return (lead & np.uint32(0x1F)) << np.uint32(6) | tail, i + 2
    tail = tail << np.uint32(6) | (np.uint32(text[i + 2]) & np.uint32(0x3F))
    if lead < 0xF0:
        return (lead & np.uint32(0x0F)) << np.uint32(12) | tail, i + 3
    tail = tail << np.uint32(6) | (np.uint32(text[i + 3]) & np.uint32(0x3F))
    return (lead & np.uint32(0x07)) << np.uint32(18) | tail, i + 4


@njit(cache=True, nogil=True)
def length(text):
    """Return how many code points UTF-8, uint8[m], holds."""
    total = 0
    for byte in text:
        total += byte & 0xC0 != 0x80
    return total


@njit(cache=True, nogil=True)
def kind_of(code, kinds):
    """Return the kind of a code point; beyond the basic plane Han is a character and a picture is nothing."""
    if code < SIZE:
        return kinds[code]
    if code >= np.uint32(0x20000) and code < np.uint32(0x40000):
        return np.uint8(IDEOGRAPH)
    return np.uint8(LETTER) if code < np.uint32(0x1F000) else np.uint8(IGNORED)


@njit(cache=True, nogil=True, inline="always")
def is_wordlike(kind):
    """Return whether a character of this kind is part of a word."""
    return kind <= SYLLABLE
