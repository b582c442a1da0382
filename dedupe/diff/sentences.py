"""A text as sentences, each knowing its paragraph."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple
from zlib import crc32

from dedupe.diff.lexicon import ABBREVIATIONS, MONTHS, STARTERS
from dedupe.diff.result import Part
from dedupe.diff.wording import Word, words
from dedupe.model import Story

LONGEST = 100  # words in a sentence; what is longer has no sentence ends to go by, and is cut
_CLAUSE = 12  # words in a piece of it, at least

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
_ENDS = re.compile(r"[.!?…।؟۔։](?:\[\d+\])?[\"'”’»“)\]]*\s+$|[。！？｡][”’」』）\"']*\s*$")
_CLAUSE_ENDS = re.compile(r"[,;:，；：、–—]\W*$")
_WRAPPED = 50  # characters of a line that may have been broken for its length alone
_LETTERS = re.compile(r"[^\W_]")


class Sentence(NamedTuple):
    """A sentence: the paragraph it stands in, counted from 0, and its words."""

    paragraph: int
    words: tuple[Word, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The keys of its words: what makes two sentences the same."""
        return tuple(word.key for word in self.words)

    @property
    def text(self) -> str:
        """The sentence as it was written."""
        return "".join(word.text for word in self.words)


def sentences_of(story: Story, part: Part) -> list[Sentence]:
    """Return the sentences of a part of a story; its title is one, each line of its summary a paragraph."""
    match part:
        case Part.TITLE:
            title = story.title.strip()
            return [Sentence(0, tuple(words(title)))] if title else []
        case Part.SUMMARY:
            return sentences(filter(None, map(str.strip, story.summary)))
        case Part.BODY:
            return sentences(paragraphs(story.body))


def sentences(texts: Iterable[str]) -> list[Sentence]:
    """Return the sentences of paragraphs; their words joined are the paragraphs."""
    return [
        Sentence(place, tuple(piece))
        for place, paragraph in enumerate(texts)
        for sentence in _split(words(paragraph))
        for piece in _cut(sentence)
    ]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: parted by blank lines, or where it has none, by lines that end a sentence."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n\n").strip()
    if _BLANK.search(text):
        return _BLANK.split(text)
    joined = [""]
    for line in _LINE_END.split(text):
        if joined[-1] and not _breaks(joined[-1].rpartition("\n")[2] + "\n"):
            joined[-1] += "\n" + line
        else:
            joined.append(line)
    return [paragraph for paragraph in joined if paragraph]


def _breaks(line: str) -> bool:
    """Whether a line ends here by will, and not because a page was full."""
    return bool(_ENDS.search(line)) or len(line) < _WRAPPED


def _split(all_words: list[Word]) -> Iterator[list[Word]]:
    sentence: list[Word] = []
    line = ""
    for word, following in zip_longest(all_words, all_words[1:]):
        sentence.append(word)
        line += word.text
        is_line_end = "\n" in word.text
        if following is None or (is_line_end and _breaks(line)) or _is_end(word, following):
            yield sentence
            sentence = []
        if is_line_end:
            line = ""


def _is_end(word: Word, following: Word) -> bool:
    if not _ENDS.search(word.text):
        return False
    first = _LETTERS.search(following.text)
    if first is None or first[0].islower():
        return first is None
    core = word.text.strip().rstrip(".…\"'”’»)").casefold().lstrip("\"'“‘(«„")
    after = following.text.strip("\"'“”‘’(«„ \n.,").casefold()
    if core in ABBREVIATIONS or len(core) == 1 or "." in core:
        return after in STARTERS or not word.text.rstrip("\"'”’») \n").endswith(".") or not first[0].isalnum()
    if core == "no":
        return not first[0].isdigit()
    return not (core.isdigit() and len(core) < 3 and after in MONTHS)


def _cut(sentence: list[Word]) -> Iterator[list[Word]]:
    """Cut an overlong sentence after clauses; where there are none, after words that chance picks by their key.

    So an inserted word moves no cut but the nearest.
    """
    if len(sentence) <= LONGEST:
        yield sentence
        return
    piece: list[Word] = []
    for word in sentence:
        piece.append(word)
        is_clause = _CLAUSE_ENDS.search(word.text) or crc32(word.key.encode("utf-8", "replace")) % 24 == 0
        if len(piece) >= LONGEST // 2 or (is_clause and len(piece) >= _CLAUSE):
            yield piece
            piece = []
    if piece:
        yield piece
