"""What can be seen of a line of a flattened page without knowing the site: seven small numbers a line."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from dedupe.readers.page_ends import End, end_of
from dedupe.readers.page_kinds import Kind, bare, call_of, kind_of
from dedupe.readers.page_lines import Line

Features = NDArray[np.intp]
PREFIX = 2000  # characters of a line that are looked at
RECURS = 5  # a call to read on that is this much more frequent than another is the page's own
WIDTHS = (1, 3, 5, 8, 12, 18, 28, 45)  # words; wider lines are the ninth width


class Echo(IntEnum):
    """How a short line's words recur in a line beside it."""

    NONE = 0
    COVERED = 1
    COVERS = 2
    EQUAL = 3
    NAMED = 4


SIZES = (len(Kind), len(WIDTHS) + 1, len(End), 2, 3, 3, len(Echo))  # values of each feature, in the columns' order

_BREAK = re.compile(r"\w{4,}[.!?…][\"”»’')\]]*\s+(?=\S)|[。！？](?=.)")
_TOKEN = re.compile(r"\w+")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # about two characters a word
_THAI = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # and about five


def features(lines: Sequence[Line]) -> Features:
    """Return the features of the lines, int[n, 7]: kind, width, end, sentences, repeats, start, echo."""
    plain = [bare(line.text[:PREFIX]) for line in lines]
    repeats = Counter(plain)
    kinds = _settled([kind_of(line.text) for line in lines], plain)
    found = np.zeros((len(lines), len(SIZES)), np.intp)
    for row, line in enumerate(lines):
        text = line.text
        breaks = _BREAK.search(text[:400]) is not None
        seen = min(repeats[plain[row]], 3) - 1
        found[row, :6] = kinds[row], width_of(text), end_of(text), breaks, seen, _start(text)
    found[:, 6] = _echoes(lines, kinds)
    return found


def _settled(kinds: list[Kind], plain: Sequence[str]) -> list[Kind]:
    """Return the kinds without chance calls to read on, where the page has one of its own that recurs."""
    calls = [call_of(text) if kind is Kind.MORE else "" for kind, text in zip(kinds, plain, strict=True)]
    counts = Counter(calls)
    most = max((count for call, count in counts.items() if call), default=0)
    return [Kind.TEXT if call and RECURS * counts[call] <= most else kind for kind, call in zip(kinds, calls, strict=True)]


def width_of(text: str) -> int:
    """Return a line's width, 0 to 8, by its words; by its characters where words have no spaces."""
    text = text[:1000]
    han, thai = len(_HAN.findall(text)), len(_THAI.findall(text))
    spaced = _THAI.sub(" ", _HAN.sub(" ", text)) if han or thai else text
    words = len(_TOKEN.findall(spaced)) + han // 2 + thai // 5
    return next((width for width, most in enumerate(WIDTHS) if words <= most), len(WIDTHS))


def _start(text: str) -> int:
    """Return 1 for a line that starts in lower case, 2 for one all in capitals, else 0."""
    if text[0].islower():
        return 1
    return 2 if len(text) > 3 and text.isupper() else 0


def _echoes(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[Echo]:
    words = [_words(line.text) for line in lines]
    return [_echo(row, lines, kinds, words) for row in range(len(lines))]


def _words(text: str) -> frozenset[str]:
    """Return the longer words of a short line, or the runs of three characters where words have no spaces."""
    if len(text) > 200:
        return frozenset()
    packed = "".join(_HAN.findall(text) or _THAI.findall(text))
    if len(packed) > 3:
        return frozenset(packed[i : i + 3] for i in range(len(packed) - 2))
    return frozenset(word.casefold() for word in _TOKEN.findall(text) if len(word) > 2)


def _echo(row: int, lines: Sequence[Line], kinds: Sequence[Kind], words: Sequence[frozenset[str]]) -> Echo:
    own = words[row]
    if not own or kinds[row] in (Kind.MORE, Kind.COUNT, Kind.DATE, Kind.EMBED, Kind.CHROME):
        return Echo.NONE
    text, best = lines[row].text.casefold(), Echo.NONE
    for near in range(max(0, row - 3), min(len(lines), row + 9)):
        if near == row or not words[near]:
            continue
        if kinds[near] in (Kind.MORE, Kind.COUNT):
            if near > row and len(own) > 1 and text in lines[near].text.casefold():
                return Echo.NAMED
        elif abs(near - row) <= 2 and kinds[near] is Kind.TEXT:
            best = best or _beside(own, words[near])
    return best


def _beside(own: frozenset[str], other: frozenset[str]) -> Echo:
    shared = len(own & other)
    if own == other:
        return Echo.EQUAL
    if 2 * shared < min(len(own), len(other)):
        return Echo.NONE
    return Echo.COVERED if len(own) < len(other) else Echo.COVERS
