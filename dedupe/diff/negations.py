"""What one telling of a sentence denies and the other does not."""

import re
from collections.abc import Iterator, Sequence

from dedupe.diff.lexicon import HOLLOW, NEGATORS, NO_DENIAL, OPPOSITES, REFUSALS
from dedupe.diff.mention import Telling, bare_words, stem
from dedupe.diff.result import Fact, FactKind

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SCOPE = 4  # words after a negation that it may deny
_LETTERS = 4  # of a word that can be denied, at least
_BEFORE = 2  # words shown before what the other side says
_OPPOSED = frozenset().union(*(words for pair in OPPOSITES for words in pair))


def negation_facts(told: Telling) -> Iterator[Fact]:
    """Yield what one side denies of the other: "no casualties" against "casualties", "confirmed" against "denied"."""
    for denied, said in _denials(told.left, told.right):
        yield told.fact(FactKind.NEGATION, denied, said)
    for denied, said in _denials(told.right, told.left):
        yield told.fact(FactKind.NEGATION, said, denied)
    for change in told.changes:
        left, right = told.left[change.left : change.left_end], told.right[change.right : change.right_end]
        yield from (told.fact(FactKind.NEGATION, x, y) for x, y in _opposites(left, right))


def _denials(text: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield what a text denies and the other says: each with the words around it."""
    if not _may_deny(text):
        return
    matches, others = [*_WORD.finditer(text)], [*_WORD.finditer(other)]
    if sum(map(_is_negator, matches)) <= sum(_is_negator(match) or _is_refusal(match) for match in others):
        return
    for n, match in enumerate(matches):
        denied = _denied(matches, n) if _is_negator(match) else None
        place = _said(others, denied[0]) if denied else None
        if denied and place is not None:
            yield text[match.start() : denied.end()], other[others[max(place - _BEFORE, 0)].start() : others[place].end()]


def _denied(matches: Sequence[re.Match[str]], negator: int) -> re.Match[str] | None:
    """Return the word that a negation denies: the first that says something, or none if that is too far or no denial."""
    if negator and _is_negator(matches[negator - 1]):  # not without
        return None
    for match in matches[negator + 1 : negator + 1 + _SCOPE]:
        word = match[0].lower()
        if word in NO_DENIAL or _is_negator(match):
            return None
        if len(word) >= _LETTERS and word not in HOLLOW and not word.endswith("ly"):
            return match
    return None


def _said(matches: Sequence[re.Match[str]], word: str) -> int | None:
    """Return the first place of a word in its forms, or None where it is missing or anywhere denied."""
    places = [n for n, match in enumerate(matches) if stem(match[0]) == stem(word)]
    if any(_is_negator(match) for n in places for match in matches[max(n - _SCOPE, 0) : n]):
        return None
    return places[0] if places else None


def _may_deny(text: str) -> bool:
    return "n't" in text or "n’t" in text or not NEGATORS.isdisjoint(bare_words(text))


def _is_negator(match: re.Match[str]) -> bool:
    word = match[0].lower().replace("’", "'")
    return word in NEGATORS or word.endswith("n't")


def _is_refusal(match: re.Match[str]) -> bool:
    return match[0].lower() in REFUSALS


def _opposites(left: str, right: str) -> Iterator[tuple[str, str]]:
    lefts, rights = set(bare_words(left)), set(bare_words(right))
    if _OPPOSED.isdisjoint(lefts) or _OPPOSED.isdisjoint(rights):
        return
    for pair in OPPOSITES:
        for x, y in (pair, pair[::-1]):
            if x & lefts and y & rights and not (y & lefts or x & rights):
                yield min(x & lefts), min(y & rights)
