"""What each code point is to the reader of words: a table, looked up once a character."""

from functools import cache
from unicodedata import category

import numpy as np

LETTER, UPPER, DIGIT, IDEOGRAPH, SYLLABLE = range(5)  # parts of words
OTHER, IGNORED, END, FULL_END, NEWLINE, APOSTROPHE, SPACE = range(5, 12)

SIZE = 0x10000  # the basic plane; beyond it see `words`

# Scripts written without spaces: their characters are the words.
_SPACELESS = (
    (0x0E00, 0x0E7F),  # Thai
    (0x0E80, 0x0EFF),  # Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
)
# Optional vowel points and stretching, written or not as the outlet likes.
_OPTIONAL = ((0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x0591, 0x05C7))
_ENDS = ".!?\u2026\u061f\u06d4\u0589\u1362\u203c\u2047\u2048\u2049"
_FULL_ENDS = "\u3002\uff01\uff1f\uff61\u0964\u0965\u104b\u17d4\u17d5"
_APOSTROPHES = "'\u2019\u02bc\u2018`\u00b4"
# The same letter written in more than one way.
_SAME = {
    "\u0623": "\u0627",
    "\u0625": "\u0627",
    "\u0622": "\u0627",
    "\u0649": "\u064a",
    "\u0629": "\u0647",
    "\u0451": "\u0435",
    "\u03c2": "\u03c3",
}


@cache
def letters():
    """Return for each code point of the basic plane its kind, uint8[SIZE], and its folded form, uint32[SIZE]."""
    kind = np.array([_kind(code) for code in range(SIZE)], np.uint8)
    for low, high in _SPACELESS:
        span = kind[low : high + 1]
        span[(span == LETTER) | (span == UPPER)] = IDEOGRAPH
    for low, high in _OPTIONAL:
        kind[low : high + 1] = IGNORED
    kind[0xAC00:0xD7A4] = SYLLABLE
    for characters, value in ((_ENDS, END), (_FULL_ENDS, FULL_END), (_APOSTROPHES, APOSTROPHE), ("\n\r\u2028\u2029", NEWLINE)):
        kind[[ord(character) for character in characters]] = value
    fold = np.arange(SIZE, dtype=np.uint32)
    for code in np.flatnonzero(kind == UPPER).tolist():
        lower = chr(code).lower()
        fold[code] = ord(lower[0])
    for written, read in _SAME.items():
        fold[ord(written)] = ord(read)
    return kind, fold[fold]  # a capital, too, as its small letter is read


def _kind(code):
    if 0xD800 <= code < 0xE000:
        return OTHER
    general = category(chr(code))
    if general[0] in "LM":
        return UPPER if general in ("Lu", "Lt") else LETTER
    if general == "Nd":
        return DIGIT
    if general == "Cf":
        return IGNORED
    return SPACE if general == "Zs" or chr(code) == "\t" else OTHER
