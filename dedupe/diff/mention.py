"""A fact as one sentence mentions it, and sentences that are told on both sides."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from dedupe.diff.result import Fact, FactKind, Kind, Span
from dedupe.diff.wording import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_RETOLD = 0.3  # share of words in common from which two sentences say the same, and one that lacks a fact leaves it out
_STEM = 5  # letters that tell a word from others whatever its ending


class Mention(NamedTuple):
    """A fact in a sentence: its kind and value, and the characters [start, end) that state it."""

    kind: FactKind
    value: object
    text: str
    start: int
    end: int


class Change(NamedTuple):
    """Characters [start, end) of a sentence on each side, exchanged for one another."""

    left: int
    left_end: int
    right: int
    right_end: int


class Telling(NamedTuple):
    """A sentence, or the few that belong together, as each side tells it and what was exchanged; a side may be empty."""

    left: str
    right: str
    changes: tuple[Change, ...] = ()
    shared: float = 0.0  # share of words that both sides have

    @property
    def is_retold(self) -> bool:
        """Whether both sides tell it in much the same words."""
        return self.shared >= _RETOLD

    def fact(self, kind: FactKind, left: str = "", right: str = "") -> Fact:
        """Return a fact that stands in it; one that a side lacks in a sentence quite its own is only the other's."""
        is_lone = not ((left and right) or self.is_retold)
        sentences = self.left if left or not is_lone else "", self.right if right or not is_lone else ""
        return Fact(kind, *(" ".join(text.split()) for text in (left, right, *sentences)))


def telling(spans: Sequence[Span]) -> Telling:
    """Return what spans tell on each side, and where they exchange words."""
    changes = []
    left = right = 0
    for span in spans:
        end, right_end = left + len(span.left), right + len(span.right)
        if span.kind is Kind.REPLACE:
            changes.append(Change(left, end, right, right_end))
        left, right = end, right_end
    shared = sum(s.left_words for s in spans if s.kind is Kind.EQUAL)
    longer = max(sum(s.left_words for s in spans), sum(s.right_words for s in spans), 1)
    return Telling("".join(s.left for s in spans), "".join(s.right for s in spans), tuple(changes), shared / longer)


def stems(text: str) -> Iterator[str]:
    """Yield the stems of the words of a text."""
    return (stem(match[0]) for match in _WORD.finditer(text))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what tells a word from others, whatever its ending and its accents."""
    key = word if word.isascii() else _ACCENTS.sub("", normalize("NFD", word))
    key = fold(key)
    return key if key[:1].isdigit() else key[:_STEM]


def bare_words(text: str) -> list[str]:
    """Return the words of a text in small letters, digits left out: a quick look before a slow one."""
    return _LETTERS.findall(text.lower())


def lowered(text: str) -> str:
    """Return the text in small letters, each character in its place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
