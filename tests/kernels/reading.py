"""What `words` means, in plain Python: a text as a row of signs, one a character, and rules over that row."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from dedupe.kernels import letters
from dedupe.kernels.flags import CAPITAL, CAPITALS, CHARACTER, FIRST, NUMBER, SHORT, SHOUTED
from dedupe.kernels.tokens import STEM_LETTERS
from dedupe.kernels.words import LONGEST, WINDOW
from tests.naive import MASK, PRIME, SEED, join, mix

SIGNS = {
    **{letters.LETTER: "a", letters.UPPER: "A", letters.DIGIT: "0", letters.IDEOGRAPH: "c", letters.SYLLABLE: "s"},
    **{letters.END: ".", letters.FULL_END: "!", letters.NEWLINE: "n", letters.APOSTROPHE: "'", letters.SPACE: " "},
    **{letters.IGNORED: "~", letters.OTHER: "?"},
}
DIGIT = r"(?![\U00010000-\U0010ffff])\d"
NUMBERS = re.compile(rf"{DIGIT}(?:{DIGIT}|[,\-./:](?=[0-9]))*")
GROUPING = re.compile(r",(?=[0-9]{3}(?![0-9]))")
WORDS, RUNS = re.compile(r"[aAs][aAs0~]*"), re.compile(r"c[c~]*")


class Word(NamedTuple):
    """A word as the kernel writes it; `place` is a byte of the text."""

    word: int
    stem: int
    flags: int
    place: int


class Unit(NamedTuple):
    """A word, a number or a run of characters: the signs before it, its first sign, its letters or digits, its words."""

    gap: str
    sign: str
    size: int
    words: list[Word]


class Tables(NamedTuple):
    """The tables that the kernel reads by: the kind and the folded form of each code point, and hashes of abbreviations."""

    kinds: Sequence[int]
    folds: Sequence[int]
    abbreviations: frozenset[int]

    def sign(self, character: str) -> str:
        code = ord(character)
        if code < len(self.kinds):
            return SIGNS[self.kinds[code]]
        return "c" if 0x20000 <= code < 0x40000 else "a" if code < 0x1F000 else "~"

    def fold(self, character: str) -> int:
        return self.folds[ord(character)] if ord(character) < len(self.folds) else ord(character)


def words(text: str, tables: Tables) -> tuple[list[Word], list[int]]:
    """Return the words of a text, and the first word of each sentence."""
    units = list(_units(text, tables))
    found, sentences, line = list[Word](), list[int](), list[Word]()
    for unit, fresh in zip(units, _fresh(units), strict=True):
        if "n" in unit.gap:
            found, line = found + _shouted(line), []
        if fresh:
            sentences.append(len(found) + len(line))
        first, *others = unit.words
        line += [first._replace(flags=first.flags | FIRST * fresh), *others]
    found += _shouted(line)
    return found, [cut for start, end in pairwise([*sentences, len(found)]) for cut in _cut(start, end)]


def _units(text: str, tables: Tables) -> Iterator[Unit]:
    signs = "".join(map(tables.sign, text))
    i = before = 0
    while i < len(text):
        match = NUMBERS.match(text, i) if signs[i] == "0" else WORDS.match(signs, i) or RUNS.match(signs, i)
        if match is None:
            i += 1
            continue
        count = sum(sign in "aA0cs" for sign in signs[i : match.end()])
        write = {"0": _number, "c": _run}.get(signs[i], _word)
        unit = Unit(signs[before:i], signs[i], count, write(text[: match.end()], i, tables))
        yield unit
        i = before = match.end() + (_behind(text, signs, match.end(), _is_quiet(unit, tables)) if signs[i] != "c" else 0)


def _word(text: str, i: int, tables: Tables) -> list[Word]:
    told = [letter for letter in text[i:] if tables.sign(letter) != "~"]
    signs = "".join(map(tables.sign, told))
    units = accumulate((3 if sign == "s" else 1 for sign in signs), initial=0)
    stem = [letter for letter, before in zip(told, units, strict=False) if before < STEM_LETTERS]
    flags = (CAPITAL if signs[0] == "A" else 0) | (CAPITALS if signs[0] == "A" and "a" not in signs else 0)
    return [Word(_hash(map(tables.fold, told)), _hash(map(tables.fold, stem)), flags, len(text[:i].encode()))]


def _number(text: str, i: int, tables: Tables) -> list[Word]:
    digits = sum(tables.sign(character) == "0" for character in text[i:])
    h = _hash(map(ord, GROUPING.sub("", text[i:])))
    return [Word(h, h, NUMBER | (SHORT if digits == 1 else 0), len(text[:i].encode()))]


def _run(text: str, i: int, tables: Tables) -> list[Word]:
    places = [j for j in range(i, len(text)) if tables.sign(text[j]) == "c"]
    one = [(SEED ^ ord(text[j])) * PRIME & MASK for j in places]
    pairs = [join(left, right) for left, right in pairwise(one)] or [mix(one[0])]
    return [Word(h, h, CHARACTER, len(text[:j].encode())) for h, j in zip(pairs, places, strict=False)]


def _hash(codes: Iterator[int]) -> int:
    h = SEED
    for code in codes:
        h = (h ^ code) * PRIME & MASK
    return mix(h)


def _is_quiet(unit: Unit, tables: Tables) -> bool:
    """Return whether a full stop behind a unit ends no sentence."""
    word = unit.words[0]
    if word.flags & NUMBER:
        return unit.size <= 2
    return word.word in tables.abbreviations or (unit.size == 1 and bool(word.flags & CAPITAL))


def _behind(text: str, signs: str, at: int, quiet: bool) -> int:
    """Return how many characters behind a unit belong to it: its quiet full stop, or the 's of a possessive."""
    if text[at : at + 1] == ".":
        return int(quiet)
    is_possessive = signs[at : at + 1] == "'" and text[at + 1 : at + 2] in ("s", "S")
    return 2 if is_possessive and signs[at + 2 : at + 3] not in ("a", "A", "0") else 0


def _fresh(units: list[Unit]) -> Iterator[bool]:
    """Yield for each unit whether a sentence begins with it; where hardly any word has a capital, small letters may."""
    heard = capitals = 0
    for number, (gap, sign, size, (first, *_)) in enumerate(units):
        _, end, after = gap.rpartition(".")
        may_begin = sign == "c" or (" " in after and (sign != "a" or capitals * 100 < heard))
        yield number == 0 or "!" in gap or "n" in gap or bool(end and may_begin)
        if sign in "aAs":
            heard += size
            capitals += bool(first.flags & CAPITAL)


def _shouted(line: list[Word]) -> list[Word]:
    """Return the words of a line, flagged if there are two or more and all that have letters are capitals throughout."""
    loud = len(line) > 1 and all(word.flags & (NUMBER | CHARACTER | CAPITALS) for word in line)
    return [word._replace(flags=word.flags | SHOUTED * loud) for word in line]


def _cut(start: int, end: int) -> Iterator[int]:
    """Yield where the parts of a sentence begin: of a long one windows, the last up to half as long again."""
    yield start
    if end - start > LONGEST:
        yield from range(start + WINDOW, end - WINDOW // 2, WINDOW)
