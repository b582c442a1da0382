"""The figures that two tellings of one sentence state differently."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from dedupe.diff.figures import Stated, agree, differ, figures
from dedupe.diff.lexicon import ENGLISH, HOLLOW
from dedupe.diff.mention import Mention, Telling, bare_words, stem, stems
from dedupe.diff.quantities import Quantity
from dedupe.diff.result import Fact, FactKind
from dedupe.diff.wording import is_spaceless

_MOST = 20  # figures of a sentence that are looked at; what has more is a table
_BEFORE, _AFTER = 2, 4  # words around a figure that say what it counts
_HOLLOW = frozenset(map(stem, HOLLOW))
_WEAK = frozenset({"one", "a", "an"})  # number words that mostly count nothing
_EXCHANGED = 100  # score of a pair that nothing beats
_SPELLED = 12  # numbers up to this are mostly written in words
_ALIKE, _UNLIKE = 1, 2  # words near two figures in common, at least, in sentences that are alike, and that are not


class _Pair(NamedTuple):
    score: int
    left: Mention
    right: Mention


def figure_facts(told: Telling, left: Stated, right: Stated) -> Iterator[Fact]:
    """Yield the figures of a sentence that differ: in pairs where they count the same thing, else those of one side only."""
    lefts, rights = figures(told.left)[:_MOST], figures(told.right)[:_MOST]
    alone = [x for x in lefts if not any(agree(x, y) for y in rights)]
    alone_right = [y for y in rights if not any(agree(x, y) for x in lefts)]
    pairs = _best([*_exchanged(told, lefts, rights), *_rivals(told, alone, alone_right, (left, right))])
    for pair in pairs:
        yield told.fact(pair.left.kind, pair.left.text, pair.right.text)
    met = {mention for pair in pairs for mention in (pair.left, pair.right)}
    for x in alone:
        if x not in met and x not in right and _is_missed(x, told.right, rights, alone_right):
            yield told.fact(x.kind, left=x.text)
    for y in alone_right:
        if y not in met and y not in left and _is_missed(y, told.left, lefts, alone):
            yield told.fact(y.kind, right=y.text)


def _is_missed(mention: Mention, other: str, theirs: Sequence[Mention], alone: Sequence[Mention]) -> bool:
    """Whether the other side, with the figures it has and has alone, leaves this one out."""
    retold = [y for y in theirs if y in alone or not (agree(mention, y) or differ(mention, y))]  # a date beside its weekday
    return is_news(mention, retold) and not _may_be_spelled(mention, other)


def _exchanged(told: Telling, lefts: Sequence[Mention], rights: Sequence[Mention]) -> Iterator[_Pair]:
    """Yield the figures that were exchanged with no other word."""
    for change in told.changes:
        for x in _filling(told.left, change.left, change.left_end, lefts):
            for y in _filling(told.right, change.right, change.right_end, rights):
                if differ(x, y):
                    yield _Pair(_EXCHANGED, x, y)


def _filling(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mention, if any, outside of which no word stands in [start, end)."""
    for mention in mentions:
        if mention.start < end and start < mention.end:
            rest = text[start : mention.start] + text[mention.end : end]
            if not any(map(str.isalnum, rest)):
                yield mention


def _rivals(told: Telling, lefts: Sequence[Mention], rights: Sequence[Mention], stated: tuple[Stated, Stated]) -> Iterator[_Pair]:
    """Yield the figures that count the same: near the same words, or the only dates or times of a sentence that differ.

    Where the sentences are less alike, more of what stands near must be: two tolls on two days are no conflict.
    """
    kinds = Counter(x.kind for x in lefts), Counter(y.kind for y in rights)
    for x, y in product(lefts, rights):
        told_on_both = y in stated[0] and x in stated[1]
        if not differ(x, y) or told_on_both or not (is_news(x, []) and is_news(y, [])):
            continue
        shared = len(near(told.left, x) & near(told.right, y))
        is_only = told.is_retold and x.kind is not FactKind.NUMBER and kinds[0][x.kind] == kinds[1][x.kind] == 1
        if is_only or shared >= (_ALIKE if told.is_retold else _UNLIKE):
            yield _Pair(shared, x, y)


def near(text: str, mention: Mention) -> set[str]:
    """Return the stems of the words around a figure: what it counts."""
    around = [*text[: mention.start].split()[-_BEFORE:], *text[mention.end :].split()[:_AFTER]]
    found = (stem for stem in stems(" ".join(around)) if len(stem) > 3 and not is_spaceless(stem))
    return {stem for stem in found if stem not in _HOLLOW and not stem.isdigit()}


def _may_be_spelled(mention: Mention, other: str) -> bool:
    """Whether the other side may state a number in words that are not known: a small one, in another language."""
    value = mention.value
    return isinstance(value, Quantity) and value.high <= _SPELLED and bool(other) and ENGLISH.isdisjoint(bare_words(other))


def _best(pairs: list[_Pair]) -> list[_Pair]:
    """Return the best pairs, each mention in one at most, in the order of the left text."""
    lefts, rights = set[Mention](), set[Mention]()
    best = []
    for pair in sorted(pairs, key=lambda p: (-p.score, p.left.start + p.right.start)):
        if pair.left not in lefts and pair.right not in rights:
            best.append(pair)
            lefts.add(pair.left)
            rights.add(pair.right)
    return sorted(best, key=lambda p: p.left.start)


def is_news(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether a figure that the other side lacks is worth a word: no "one", no date that it may tell in another way."""
    retold = mention.kind is not FactKind.NUMBER and any(other.kind is mention.kind for other in others)
    return mention.text.casefold() not in _WEAK and not retold
