"""Which sentences of two texts are alike, found without comparing each with each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

from dedupe.diff.sentences import Sentence
from dedupe.diff.wording import is_spaceless

WEAK = 0.18  # cosine under which two sentences have nothing to do with each other

_STEM = 5  # letters that tell a word from others whatever its ending
_CANDIDATES = 8  # sentences that one is compared with
_COMMON = 2500  # pairs of sentences that a term may propose
_SCALE = 32  # weights are whole numbers, so that no sum depends on the order of a set

Terms = frozenset[str]
Key = tuple[str, ...]


class Pair(NamedTuple):
    """A left and a right sentence, the cosine of the two, and the weight of what they share."""

    left: int
    right: int
    similarity: float
    weight: int


class Text(NamedTuple):
    """The sentences of a text, and the terms that each is known by."""

    sentences: Sequence[Sentence]
    terms: Sequence[Terms]


def text(sentences: Sequence[Sentence]) -> Text:
    """Return sentences with their terms: stems of words, and pairs of characters where there are no spaces."""
    return Text(sentences, [*map(_terms, sentences)])


def _terms(sentence: Sentence) -> Terms:
    keys = [word.key for word in sentence.words if word.key]
    found = {key if key[0].isdigit() else key[:_STEM] for key in keys}
    found.update(left + right for left, right in pairwise(keys) if is_spaceless(left) and is_spaceless(right))
    return frozenset(found)


class Weights:
    """How much each term of some texts tells: the fewer sentences have it, the more."""

    def __init__(self, texts: Iterable[Text]) -> None:
        bags = [terms for text in texts for terms in text.terms]
        frequency = Counter(term for terms in bags for term in terms)
        self._weight = {term: round(_SCALE * log(1 + len(bags) / count)) ** 2 for term, count in frequency.items()}

    def __getitem__(self, term: str) -> int:
        return self._weight[term]

    def total(self, terms: Terms) -> int:
        """Return the summed weight of terms."""
        return sum(map(self._weight.__getitem__, terms))


def similar_pairs(left: Text, right: Text, weights: Weights) -> list[Pair]:
    """Return the pairs of sentences that are alike, each sentence with the few it is most like, and its equals."""
    left_keys, right_keys = [s.key for s in left.sentences], [s.key for s in right.sentences]
    totals = [*map(weights.total, left.terms)], [*map(weights.total, right.terms)]
    pairs = []
    for i, j in sorted({*equal_pairs(left_keys, right_keys), *_sharing(left.terms, right.terms, weights)}):
        shared = weights.total(left.terms[i] & right.terms[j])
        similarity = shared / sqrt(totals[0][i] * totals[1][j]) if shared else 0.0
        if left_keys[i] == right_keys[j]:
            pairs.append(Pair(i, j, 1.0, shared + 1))
        elif similarity >= WEAK:
            pairs.append(Pair(i, j, min(similarity, 0.99), shared))
    return pairs


def equal_pairs(left: Sequence[Key], right: Sequence[Key]) -> Iterator[tuple[int, int]]:
    """Yield the places of equal sentences; those that recur are paired from the first on, and from the last back."""
    places: defaultdict[Key, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i, key in enumerate(left):
        places[key][0].append(i)
    for j, key in enumerate(right):
        places[key][1].append(j)
    for lefts, rights in places.values():
        yield from zip(lefts, rights, strict=False)
        yield from zip(reversed(lefts), reversed(rights), strict=False)


def _sharing(left: Sequence[Terms], right: Sequence[Terms], weights: Weights) -> Iterator[tuple[int, int]]:
    """Yield pairs that share terms, the best few of each left sentence, and those in the same place.

    Terms of too many sentences propose no pair.
    """
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for j, bag in enumerate(right):
        for term in bag:
            postings[term].append(j)
    frequency = Counter(term for bag in left for term in bag)
    telling = {term for term, places in postings.items() if len(places) * frequency[term] <= _COMMON}
    slope = len(right) / max(len(left), 1)
    for i, bag in enumerate(left):
        tally: Counter[int] = Counter()
        for term in bag & telling:
            weight = weights[term]
            for j in postings[term]:
                tally[j] += weight
        best = sorted(tally, key=lambda j: (-tally[j], abs(j - i * slope), j))
        yield from ((i, j) for j in best[:_CANDIDATES])
        place = int(i * slope)
        yield from ((i, j) for j in range(max(place - 1, 0), min(place + 2, len(right))))
