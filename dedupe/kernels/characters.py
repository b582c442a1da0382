"""What each code point means for whether a text is clean: a table, looked up once a character."""

from functools import cache
from unicodedata import combining, decomposition, is_normalized

import numpy as np

# May be written otherwise once cleaned; begins a tag, an entity or a shortcode; part of a token; a digit; a Latin letter of
# ASCII; a letter of the Greek or Cyrillic alphabet, some of which look like those; a token alone.
UNSTEADY, MARKUP, WORDLIKE, DECIMAL, LATIN, FOREIGN, SPACELESS = (1 << bit for bit in range(7))
SIZE = 0x10000  # the basic plane
_SPACELESS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF))
_JAMO = (0x1100, 0x11FF)  # joined into syllables by rule, not by a table
_FOREIGN = (0x370, 0x52F)
_OLD = (0x1C80, 0x1C88)  # letters that are others to whoever does not look at case


@cache
def characters():
    """Return the bits of each code point of the basic plane, uint8[SIZE]."""
    table = np.array([_bits(chr(code)) for code in range(SIZE)], np.uint8)
    for low, high in _SPACELESS:
        table[low : high + 1] |= SPACELESS
    for low, high in (_JAMO, _OLD):
        table[low : high + 1] |= UNSTEADY
    table[_FOREIGN[0] : _FOREIGN[1] + 1] |= FOREIGN
    joined = (decomposition(chr(code)).split() for code in range(SIZE))
    table[[int(parts[1], 16) for parts in joined if len(parts) == 2 and parts[0][0] != "<"]] |= UNSTEADY
    table[[ord("\n"), ord("\t")]] = 0
    table[[ord(mark) for mark in "&<["]] = MARKUP
    return table


def _bits(character):
    if 0xD800 <= ord(character) < 0xE000:
        return UNSTEADY
    is_blank = character.isspace() and character != " "
    unsteady = is_blank or combining(character) or character < " " or not is_normalized("NFKC", character)
    bits = WORDLIKE * (character.isalnum() or character == "_") | DECIMAL * character.isdecimal()
    return UNSTEADY * bool(unsteady) | bits | LATIN * (character.isascii() and character.isalpha())
