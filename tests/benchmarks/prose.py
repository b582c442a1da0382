"""Drafts: stories as arrays of word numbers, with the bigram structure, sentences and cast of real prose."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from tests.benchmarks.lexicon import FUNCTION, IntArray, Lexicon, plain, zipf

# What stands after a word. From STOP on a sentence ends; added to it, CLOSE ends a quotation, OPEN begins the next.
SEPARATORS = np.array(
    [" ", ", "] + [f".{close}{gap}{opened}" for opened in ("", '"') for gap in (" ", "\n\n") for close in ("", '"')], object
)
STOP, CLOSE, PARAGRAPH, OPEN = 2, 1, 2, 4
SUCCESSORS = 64  # words that commonly follow one word
FOLLOWED = 20_000  # words with successors of their own; rarer ones borrow
TOPIC_WORDS = 150
PHRASES = 2_000  # what every newsroom writes: "in a statement on the", "told reporters that the"
PHRASE_WORDS = 6
BLOCK = 500  # stories drawn together
CAST = 8  # names that a story tells of


@dataclass(frozen=True, slots=True)
class Draft:
    """A story not yet spelled out: the number of each word, and of the separator after it."""

    words: IntArray
    separators: IntArray
    title: IntArray


@dataclass(frozen=True, slots=True)
class Style:
    """What makes the prose of one corpus: its lexicon, which words follow which, each topic's words, and set phrases."""

    lexicon: Lexicon
    successors: IntArray
    topics: IntArray
    phrases: IntArray

    @classmethod
    def of(cls, lexicon: Lexicon, topics: int, rng: np.random.Generator) -> "Style":
        """Return the style of a corpus that tells of so many topics."""
        content = lexicon.words - len(FUNCTION)
        successors = plain(rng, lexicon.words, (min(FOLLOWED, lexicon.words), SUCCESSORS))
        subjects = len(FUNCTION) + zipf(rng, content, (topics, TOPIC_WORDS), flat=300.0)
        fresh = plain(rng, lexicon.words, (PHRASES, PHRASE_WORDS))
        return cls(lexicon, successors, subjects, _follow(successors, fresh, rng))


def drafts(style: Style, n: int, words: int, rng: np.random.Generator) -> Iterator[Draft]:
    """Yield n stories of about so many words each, short ones first."""
    lengths = np.sort((words * np.exp(rng.normal(-0.06, 0.35, n))).astype(int).clip(max(words // 4, 12), words * 5 // 2))
    for block in np.array_split(lengths, n // BLOCK + 1):
        yield from _block(style, block.tolist(), rng)


def _block(style: Style, lengths: list[int], rng: np.random.Generator) -> Iterator[Draft]:
    """Stories of nearly one length: all are drawn as long as the longest, and cut."""
    n, width = len(lengths), lengths[-1]
    numbers = _with_cast(style, _chain(style, n, width, rng), rng)
    separators = _separators(n, width, rng)
    for row, length in enumerate(lengths):
        ends = separators[row, :length].copy()
        ends[-1] = STOP + CLOSE * _is_quoted(ends[:-1])
        yield _titled(Draft(numbers[row, :length], ends, numbers[row, :0]))


def _chain(style: Style, n: int, width: int, rng: np.random.Generator) -> IntArray:
    """Plain words in the order of the language, some of them the topic's, with a set phrase here and there."""
    topic = style.topics[rng.integers(len(style.topics), size=n)]
    of_topic = np.take_along_axis(topic, zipf(rng, TOPIC_WORDS, (n, width)), axis=1)
    fresh = np.where(rng.random((n, width)) < 0.25, of_topic, plain(rng, style.lexicon.words, (n, width)))
    numbers = _follow(style.successors, fresh, rng)
    rows, columns = np.nonzero(rng.random((n, max(width - PHRASE_WORDS, 0)), dtype=np.float32) < 0.002)
    phrases = style.phrases[zipf(rng, PHRASES, len(rows))]
    for i in range(PHRASE_WORDS):
        numbers[rows, columns + i] = phrases[:, i]
    return numbers


def _follow(successors: IntArray, fresh: IntArray, rng: np.random.Generator) -> IntArray:
    """Return rows in which more than half of the words are among the common successors of the word before them."""
    which = (rng.random(fresh.shape, dtype=np.float32) ** 3 * SUCCESSORS).astype(np.int64)
    follows = rng.random(fresh.shape, dtype=np.float32) < 0.58
    numbers = fresh.copy()
    for i in range(1, fresh.shape[1]):
        before = numbers[:, i - 1]
        common = successors[before % len(successors), which[:, i]]
        numbers[:, i] = np.where(follows[:, i] & (common != before), common, fresh[:, i])
    return numbers


def _with_cast(style: Style, numbers: IntArray, rng: np.random.Generator) -> IntArray:
    """Put names and numbers into the words: each story keeps returning to its own few."""
    lexicon, (n, _) = style.lexicon, numbers.shape
    cast = lexicon.first_name + zipf(rng, lexicon.names, (n, CAST))
    counts = lexicon.first_number + zipf(rng, lexicon.numbers, (n, CAST))
    which = (rng.random(numbers.shape, dtype=np.float32) ** 1.5 * CAST).astype(np.int64)
    chance = rng.random(numbers.shape, dtype=np.float32)
    numbers = np.where(chance < 0.08, np.take_along_axis(cast, which, axis=1), numbers)
    return np.where(chance > 0.98, np.take_along_axis(counts, which, axis=1), numbers)


def _separators(n: int, width: int, rng: np.random.Generator) -> IntArray:
    """Sentences of 8 to 34 words, paragraphs of a few sentences, every eighth sentence a quotation."""
    separators = (rng.random((n, width), dtype=np.float32) < 0.05).astype(np.int64)
    most = width // 8 + 2
    ends = np.cumsum(rng.normal(21, 6, (n, most)).clip(8, 34).astype(np.int64), axis=1) - 1
    quoted = rng.random((n, most)) < 0.12
    quoted[:, 0] = False
    opens = np.roll(quoted, -1, axis=1)
    marks = STOP + CLOSE * quoted + PARAGRAPH * (rng.random((n, most)) < 0.45) + OPEN * opens
    rows, columns = np.nonzero(ends < width)
    separators[rows, ends[rows, columns]] = marks[rows, columns]
    return separators


def _is_quoted(separators: IntArray) -> bool:
    """Whether a quotation is open after these."""
    stops = separators[separators >= STOP]
    return bool(len(stops) and stops[-1] - STOP >= OPEN)


def _titled(draft: Draft) -> Draft:
    """Give a headline: the story's first names and numbers among the content words of its lead."""
    lead = draft.words[:60]
    content = lead[lead >= len(FUNCTION)]
    return replace(draft, title=content[: 6 + len(draft.words) % 4])


def spell(style: Style, draft: Draft) -> tuple[str, str]:
    """Return title and text of a draft; sentences begin with a capital, wherever words were put in or left out."""
    lexicon, words = style.lexicon, draft.words
    begins = np.concatenate(([True], draft.separators[:-1] >= STOP)) & (words < lexicon.words)
    pieces = np.empty(2 * len(words), object)
    pieces[0::2] = lexicon.table[words + lexicon.words * begins]
    pieces[1::2] = SEPARATORS[draft.separators]
    title = lexicon.table[draft.title + lexicon.words * ((np.arange(len(draft.title)) == 0) & (draft.title < lexicon.words))]
    return " ".join(title.tolist()), "".join(pieces.tolist()).rstrip()
