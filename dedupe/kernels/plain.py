"""Which texts are clean as they stand: most are, and need not be taken apart to be cleaned."""

import numpy as np
from numba import njit

from dedupe.kernels.characters import DECIMAL, FOREIGN, LATIN, MARKUP, SIZE, SPACELESS, UNSTEADY, WORDLIKE
from dedupe.kernels.radix import radix
from dedupe.kernels.utf8 import decode, length

BREAK, AMPERSAND, OPENED, ROUND, BLANK, TAB = 10, 38, 60, 40, 32, 9
OPENING = 8  # characters by which a call to read on is known
HASHED = 12  # bytes at either end of a line by which it is told apart
HEAD = 64  # characters in which a credit stands
CAPITALS = 3  # that begin a dateline
WIDE = 0x80  # the bit of the bytes of a character beyond ASCII
TOKENS, CALL, WRAPPED, LONG = range(4)  # places in `limits`


@njit(cache=True, nogil=True)
def plain(text, starts, table, folds, openings, limits):
    """Return which of n texts, bool[n], surely have the same words in the same sentences once they are cleaned.

    text      uint8[b]      UTF-8, all rows end to end
    starts    int64[n + 1]  where each row begins
    table     uint8[SIZE]   of `characters`
    folds     uint32[SIZE]  of `letters`
    openings  uint32[k, OPENING]  how the lines begin that cleaning cuts, folded; 0 behind a shorter beginning
    limits    int64[4]      TOKENS that make a text long; characters of the longest CALL, of the longest line of a text that
                            may be WRAPPED, and of a LONG line, which is kept once
    """
    found = np.zeros(len(starts) - 1, np.bool_)
    head = np.empty(OPENING, np.uint32)
    for row in range(len(found)):
        own = text[starts[row] : starts[row + 1]]
        found[row] = not _is_headed(own) and _is_steady(own, table, folds, openings, limits, head)
    return found


@njit(cache=True, nogil=True)
def _is_headed(text):
    """Return whether a text may begin with a byline, a credit or a dateline."""
    i = 0
    while i < len(text) and (text[i] == BLANK or text[i] == BREAK or text[i] == TAB):
        i += 1
    if i + 2 < len(text) and text[i] | 32 == 98 and text[i + 1] | 32 == 121 and text[i + 2] == BLANK:  # by
        return True
    capitals = 0
    for place in range(HEAD):
        if i >= len(text):
            break
        code, i = decode(text, i)
        capitals += capitals == place and _is_capital(code, place)
        if code == ROUND or capitals == CAPITALS:
            return True
    return False


@njit(cache=True, nogil=True)
def _is_capital(code, place):
    """Return whether a dateline may have this character there."""
    if (code >= 65 and code <= 90) or (code >= 0xC0 and code <= 0xDE) or (code >= 0x400 and code <= 0x42F):
        return True
    return place > 0 and (code == 46 or code == 39 or code == 0x2019 or code == BLANK or code == 45)


@njit(cache=True, nogil=True)
def _is_steady(text, table, folds, openings, limits, head):
    """Return whether a text has nothing that is rewritten, no line that is cut, joined or told twice, and is long enough."""
    tokens = _tokens(text, table)
    if tokens < limits[TOKENS]:
        return False
    lines, longest, i = 0, 0, 0
    hashes, held = np.empty(len(text) // limits[LONG] + 1, np.uint64), 0
    while i < len(text):
        first = i
        while i < len(text) and text[i] != BREAK:
            i += 1
        line = _stripped(text[first:i])
        i += 1
        if len(line) == 0:
            continue
        reach = length(line)
        if reach <= limits[CALL] and _is_call(line, table, folds, openings, head):
            return False
        lines, longest = lines + 1, max(longest, reach)
        if reach >= limits[LONG]:
            hashes[held] = _hash(line)
            held += 1
    return (longest > limits[WRAPPED] or lines < 3) and not _repeats(hashes[:held])


@njit(cache=True, nogil=True)
def _tokens(text, table):
    """Return how many tokens a text has, -1 if a character of it is rewritten. It hardly branches: hence the sums."""
    tokens, before, every = 0, np.uint8(0), np.uint8(0)
    for byte in text:
        bits = table[byte]
        every |= bits | byte & WIDE
        tokens += (bits & ~before & WORDLIKE) // WORDLIKE
        before = bits
    return tokens if every & (UNSTEADY | MARKUP | WIDE) == 0 else _of_characters(text, table)


@njit(cache=True, nogil=True)
def _of_characters(text, table):
    """Return the same of a text that is not all of letters and marks of ASCII."""
    tokens, i, before = np.int64(0), 0, np.uint8(0)
    while i < len(text):
        at = i
        code, i = decode(text, i)
        bits = table[code] if code < SIZE else np.uint8(UNSTEADY)
        if bits & UNSTEADY or (bits & MARKUP and _is_markup(text, at)):
            return -1
        if (bits | before) & FOREIGN and (bits | before) & LATIN:
            return -1
        goes_on = before & WORDLIKE & ~(before // SPACELESS * WORDLIKE)
        tokens += (bits & SPACELESS) // SPACELESS | (bits & ~goes_on & WORDLIKE) // WORDLIKE
        before = bits
    return tokens


@njit(cache=True, nogil=True)
def _stripped(line):
    """Return a line without the blanks around it."""
    first, last = 0, len(line)
    while first < last and (line[first] == BLANK or line[first] == TAB):
        first += 1
    while last > first and (line[last - 1] == BLANK or line[last - 1] == TAB):
        last -= 1
    return line[first:last]


@njit(cache=True, nogil=True)
def _is_markup(text, i):
    """Return whether a tag, an entity or a shortcode may begin at byte i."""
    after = text[i + 1] if i + 1 < len(text) else np.uint8(BLANK)
    letter = after | 32
    is_letter = letter >= 97 and letter <= 122
    if text[i] == AMPERSAND:
        return is_letter or after == 35  # #
    if text[i] == OPENED:
        return is_letter or after == 47 or after == 33  # / !
    if after >= 0x80 or after == 47 or after == 43 or after == 46:  # / + .
        return True
    return letter == 97 or letter == 99 or letter == 101 or letter == 103 or letter == 112 or letter == 118  # a c e g p v


@njit(cache=True, nogil=True)
def _is_call(line, table, folds, openings, head):
    """Return whether a line may be cut, as it opens: a call to read on, or how many minutes a text takes."""
    i = seen = 0
    while i < len(line) and seen < OPENING:
        code, i = decode(line, i)
        if seen or table[code] & WORDLIKE:
            head[seen] = folds[code]
            seen += 1
    if seen and table[head[0]] & DECIMAL and (seen < 3 or head[1] == BLANK or head[2] == BLANK):
        return True
    for known in openings:
        j = 0
        while j < seen and known[j] == head[j]:
            j += 1
        if j == seen or known[j] == 0:
            return seen > 0
    return False


@njit(cache=True, nogil=True)
def _hash(line):
    """Return a hash, uint64, of how a line begins and ends and how long it is."""
    h = np.uint64(14695981039346656037) ^ np.uint64(len(line))
    for i in range(min(HASHED, len(line))):
        h = (h ^ np.uint64(line[i])) * np.uint64(1099511628211)
        h = (h ^ np.uint64(line[len(line) - 1 - i])) * np.uint64(1099511628211)
    return h ^ (h >> np.uint64(29))


@njit(cache=True, nogil=True)
def _repeats(hashes):
    """Return whether a hash stands there twice."""
    radix(hashes, np.empty(len(hashes), np.uint64), 0, 8)
    twice = 0
    for i in range(1, len(hashes)):
        twice += hashes[i] == hashes[i - 1]
    return twice > 0
