"""One word of a text: a run of letters, a number, or characters of a script without spaces."""

import numpy as np
from numba import njit

from dedupe.kernels.flags import CAPITAL, CAPITALS, CHARACTER, NUMBER, SHORT
from dedupe.kernels.letters import DIGIT, IDEOGRAPH, IGNORED, LETTER, SIZE, SYLLABLE, UPPER
from dedupe.kernels.mixing import PRIME, SEED, join, mix
from dedupe.kernels.utf8 import decode, is_wordlike, kind_of

STEM_LETTERS = 5
WORD, STEM, FLAGS, PLACE = range(4)  # of what is written of a word: an array each


@njit(cache=True, nogil=True)
def letters_of(text, i, plain, folds):
    """Return two hashes, how many letters are not small, and where they end, of the letters and digits of ASCII from byte i on.

    The hashes are of all and of the first of them. Few arrays are handed over, so that this is compiled into the loop around it.

    plain  uint8[256]  the kinds of the bytes that are characters of ASCII; no part of a word for others
    """
    h, stem, count, upper = SEED, SEED, 0, 0
    while i < len(text) and plain[text[i]] <= DIGIT:
        h = np.uint32((h ^ folds[text[i]]) * PRIME)
        upper += plain[text[i]] != LETTER
        stem = h if count < STEM_LETTERS else stem
        count += 1
        i += 1
    return mix(h), mix(stem), upper, i


@njit(cache=True, nogil=True)
def read_letters(text, i, kinds, folds, out, m):
    """Write the word that starts at byte i to place m; return where it ends and how many letters it has."""
    h, stem, units, count, upper, flag = SEED, SEED, 0, 0, 0, 0
    while i < len(text):
        code, after = decode(text, i)
        kind = kind_of(code, kinds)
        if kind != IGNORED:
            if kind == IDEOGRAPH or not is_wordlike(kind):
                break
            upper += kind != LETTER
            if count == 0 and kind == UPPER:
                flag = CAPITAL
            h = np.uint32((h ^ (folds[code] if code < SIZE else code)) * PRIME)
            count += 1
            if units < STEM_LETTERS:  # a syllable block says as much as two or three letters
                stem = h
                units += 3 if kind == SYLLABLE else 1
        i = after
    out[WORD][m], out[STEM][m] = mix(h), mix(stem)
    out[FLAGS][m] = flag | (CAPITALS if flag and upper == count else 0)
    return i, count


@njit(cache=True, nogil=True)
def read_number(text, i, kinds, out, m):
    """Write the number that starts at byte i, whole with its fraction, range or time; return where it ends and its digits."""
    h, count = SEED, 0
    while i < len(text):
        code, after = decode(text, i)
        if kind_of(code, kinds) == DIGIT:
            h = np.uint32((h ^ code) * PRIME)
            count += 1
        elif code == 44 or (code >= 45 and code <= 47) or code == 58:  # , - . / :
            digits = 0
            while after + digits < len(text) and text[after + digits] >= 48 and text[after + digits] < 58:
                digits += 1
            if digits == 0:
                break
            if code != 44 or digits != 3:  # a comma before three digits only groups them: 1,100 is 1100
                h = np.uint32((h ^ code) * PRIME)
        else:
            break
        i = after
    out[WORD][m] = out[STEM][m] = mix(h)
    out[FLAGS][m] = NUMBER | (SHORT if count == 1 else 0)
    return i, count


@njit(cache=True, nogil=True)
def read_characters(text, i, kinds, out, m):
    """Write a run of characters from byte i as overlapping pairs, one alone as it is; return where writing and reading end."""
    first, previous, before = m, np.uint32(0), i
    while i < len(text):
        code, after = decode(text, i)
        kind = kind_of(code, kinds)
        if kind == IDEOGRAPH:
            h = np.uint32((SEED ^ code) * PRIME)
            if previous and out[FLAGS][m - 1] == CHARACTER | SHORT:
                m -= 1  # the first pair takes the place of the single character
            out[WORD][m] = out[STEM][m] = join(previous, h) if previous else mix(h)
            out[FLAGS][m] = CHARACTER if previous else CHARACTER | SHORT
            out[PLACE][m] = before if previous else i
            m, previous, before = m + 1, h, i
        elif kind != IGNORED:
            break
        i = after
    if m > first:
        out[FLAGS][first] = CHARACTER
    return m, i
