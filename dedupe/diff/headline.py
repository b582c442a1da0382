"""A story whose headline states another number than its own text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from dedupe.diff.conflicts import is_news, near
from dedupe.diff.figures import Stated, agree, figures
from dedupe.diff.mention import Mention, stems
from dedupe.diff.quantities import Quantity
from dedupe.diff.result import FactKind

_TOLD = 2  # words near a headline's number, at least, that the sentence has too
_ROUNDED = Decimal("0.1")  # by which a headline may round a number of its text


class Sentence(NamedTuple):
    """A sentence of a story, and the other story's words for it, if it has any."""

    text: str
    partner: str


class Contradiction(NamedTuple):
    """A number of the headline, the number of the text that counts the same, and the sentence that states it."""

    headline: str
    text: str
    sentence: str


def contradictions(title: str, sentences: Sequence[Sentence], own: Stated, other: Stated) -> Iterator[Contradiction]:
    """Yield the numbers of a title that neither its own text nor the other story's states, where its text has another."""
    doubtful = [x for x in figures(title) if x.kind is FactKind.NUMBER and is_news(x, []) and x not in own and x not in other]
    if not doubtful:
        return
    numbers = [(y, sentence) for sentence in sentences for y in figures(sentence.text) if y.kind is FactKind.NUMBER]
    for x in doubtful:
        counted = near(title, x)
        scored = [(len(counted & _counted(*number)), len(counted & _all(number[1])), -n) for n, number in enumerate(numbers)]
        shared, told, place = max(scored, default=(0, 0, 0))
        if shared and told >= _TOLD:
            y, sentence = numbers[-place]
            if not _can_both_be(x, y):
                yield Contradiction(x.text, y.text, sentence.text)


def _counted(number: Mention, sentence: Sentence) -> set[str]:
    """Return the stems of what a number counts, in the words of both stories."""
    partners = [y for y in figures(sentence.partner) if agree(number, y)]
    return near(sentence.text, number).union(*(near(sentence.partner, y) for y in partners))


def _all(sentence: Sentence) -> set[str]:
    return {*stems(sentence.text), *stems(sentence.partner)}


def _can_both_be(x: Mention, y: Mention) -> bool:
    """Whether a headline rounds the number of its text, or states another unit."""
    if not (isinstance(x.value, Quantity) and isinstance(y.value, Quantity)):
        return False
    return x.value.unit != y.value.unit or abs(x.value.low - y.value.low) <= _ROUNDED * abs(y.value.low)
