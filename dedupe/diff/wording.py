"""A text as words, each with the key under which it counts as the same word."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

# Written without spaces: Thai, Lao, Burmese, Khmer, kana and Chinese characters, each with the marks that ride on it.
SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
# What stands between words is named, so that letters with marks, emoji and scripts yet unknown stay whole.
_BETWEEN = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u055a-\u055f\u0589\u058a\u05be"
    r"\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2010-\u205e\u2212\u2e00-\u2e7f\u3001-\u3004\u3008-\u3020\u3030"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_LETTER = f"[^{_BETWEEN}{SPACELESS}]"
_GROUPS = r"(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)"  # 20 000: whichever space stands in it, one number
_CORE = re.compile(
    f"[{SPACELESS}][{_MARKS}]*"
    r"|(?:[^\W\d_]\.){2,}"
    rf"|(?:(?<![^\s(])[-\u2010-\u2015\u2212](?=[$£¥€]?\d))?[$£¥€]?(?:{_GROUPS}|\d+)(?:[.,:'’]\d+)*{_LETTER}*[%％]?"
    rf"|{_LETTER}+(?:['’]{_LETTER}+)*"
)
_OPENING = re.compile(r"[(\[{¿¡«“„‘‚「『《〈【（]|(?<=\s)[^\s]")
_THOUSANDS = re.compile(r"(?<=\d)[,'’ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_MINUS = re.compile("^[\u2010-\u2015\u2212]")
_DIGIT = re.compile(r"\d")
_ASKED = re.compile("[?？؟]")
_is_spaceless = re.compile(f"[{SPACELESS}]").match


class Word(NamedTuple):
    """A word: the key it is compared by, and its slice of the text with punctuation and the white space after it."""

    key: str
    text: str


def words(text: str) -> list[Word]:
    """Return the words of a text, whose slices joined are the text.

    Case, quotation marks, dashes, commas and white space are no part of a key. Where a script has no spaces, characters are
    the words.
    """
    cores = list(_CORE.finditer(text))
    if not cores:
        return [Word("", text)] if text else []
    starts = [0, *(_break(text, left.end(), right.start()) for left, right in pairwise(cores)), len(text)]
    slices = (text[start:end] for start, end in pairwise(starts))
    return [Word(fold(core[0]) + "?" * bool(_ASKED.search(piece)), piece) for core, piece in zip(cores, slices, strict=True)]


@lru_cache(maxsize=65536)
def fold(core: str) -> str:
    """Return the key of a bare word: without case, typography, dots of abbreviations and separators of thousands."""
    key = unicodedata.normalize("NFKC", _THOUSANDS.sub("", core)).casefold().replace("’", "'")
    key = re.sub(f"[{_INVISIBLE}]", "", key)
    key = _MINUS.sub("-", key)
    if not _DIGIT.search(key):
        key = key.replace(".", "")
    return key or core


def is_spaceless(key: str) -> bool:
    """Return whether a word is a character of a script without spaces."""
    return key > "\u0dff" and bool(_is_spaceless(key))


def _break(text: str, end: int, start: int) -> int:
    """Return where the next word's slice begins, in what stands between two words: at the bracket or quote it opens."""
    if end == start or text[end:start].isspace():
        return start
    opening = _OPENING.search(text, end, start)
    return opening.start() if opening else start
