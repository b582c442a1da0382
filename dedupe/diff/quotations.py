"""The words that a text quotes, and what becomes of them in the other story."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from dedupe.diff.mention import Mention, Telling
from dedupe.diff.result import Fact, FactKind
from dedupe.diff.wording import words

_QUOTED = re.compile(
    r"[“„«](?P<double>[^“”„«»]+)(?:[”“»]|$)"
    r"|(?<!\w)\"(?P<straight>[^\"]+)(?:\"|$)"
    r"|(?<!\w)‘(?P<single>[^‘]+?)’(?!\w)"
    r"|「(?P<corner>[^「」]+)(?:」|$)"
    r"|^(?P<rest>[^“”„«»\"]*[^“”„«»\"\s])”"
)
_SAME = 0.45  # share of words in common from which one quotation is the other, changed
_WORDS = 3  # a shorter quotation is a word in quotation marks


def quotations(text: str) -> list[Mention]:
    """Return the quotations of a sentence, in order; one that goes on beyond it is taken as far as it stands there."""
    found = []
    for match in _QUOTED.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        keys = tuple(word.key for word in words(text[start:end].strip()) if word.key)
        if len(keys) >= _WORDS:
            found.append(Mention(FactKind.QUOTATION, keys, text[start:end].strip(" ,."), start, end))
    return found


class Speaker(Protocol):
    """A story, asked for all its words as `spoken` gives them."""

    @property
    def spoken(self) -> str:
        """All its words."""


def quotation_facts(told: Telling, left: Speaker, right: Speaker) -> Iterator[Fact]:
    """Yield the quotations of a sentence that the other side quotes in other words, or not at all.

    Words that the other story has anywhere, quoted or not, are no change.
    """
    lefts = [q for q in quotations(told.left) if _spoken(q) not in right.spoken]
    rights = [q for q in quotations(told.right) if _spoken(q) not in left.spoken]
    for quote in lefts:
        partner = max(rights, key=lambda other: _likeness(quote, other), default=None)
        if partner and _likeness(quote, partner) >= _SAME:
            rights.remove(partner)
            yield told.fact(quote.kind, quote.text, partner.text)
        else:
            yield told.fact(quote.kind, left=quote.text)
    yield from (told.fact(quote.kind, right=quote.text) for quote in rights)


def spoken(keys: Sequence[str]) -> str:
    """Return words as one string in which a run of them is found as it is."""
    return f" {' '.join(key.rstrip('?') for key in keys if key)} "


def _spoken(quote: Mention) -> str:
    return spoken(quote.value) if isinstance(quote.value, tuple) else ""


def _likeness(left: Mention, right: Mention) -> float:
    x, y = Counter(_spoken(left).split()), Counter(_spoken(right).split())
    return 2 * (x & y).total() / (x.total() + y.total())
