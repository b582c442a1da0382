"""The sentences of stories that are left out as boilerplate, as the stories write them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dedupe.boilerplate import source_key
from dedupe.model import Story
from dedupe.normalise import normalise
from dedupe.sign import sentences, split
from dedupe.words import Words

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

AT_ONCE = 1000  # stories read at a time


def masked(stories: Sequence[Story], quiet: "Array") -> dict[str, tuple[str, ...]]:
    """Return by id the sentences of stories whose codes, uint64[k], are boilerplate's; a story without any is not there."""
    told: dict[str, tuple[str, ...]] = {}
    for part in told_apart(stories) if len(quiet) else ():
        told |= _of(*part, quiet)
    return told


def told_apart(stories: Sequence[Story]) -> Iterator[tuple[Sequence[Story], list[str], Words]]:
    """Yield stories, a few at a time, with their normal texts and the words of these."""
    for first in range(0, len(stories), AT_ONCE):
        some = stories[first : first + AT_ONCE]
        texts = [normalise(story.title, story.body) for story in some]
        yield some, texts, split(texts)


def _of(stories: Sequence[Story], texts: list[str], read: Words, quiet: "Array") -> dict[str, tuple[str, ...]]:
    import numpy as np

    keys = np.array([source_key(story.source, story.url, story.origin.path) for story in stories], np.uint64)
    row = np.repeat(np.arange(len(stories)), np.diff(read.sentence_starts))
    unsaid = np.isin(sentences(read).view(np.uint64) ^ keys[row], quiet)
    hit = np.unique(row[unsaid]).tolist()
    return {stories[at].id: tuple(text for place, _, text in spoken(texts[at], read, at) if unsaid[place]) for at in hit}


def spoken(text: str, read: Words, row: int) -> Iterator[tuple[int, int, str]]:
    """Yield the sentences of one row: their place among all, their words, and how they stand in its text."""
    data = text.encode()
    base, end = int(read.starts[row]), int(read.starts[row + 1])
    begins = [*read.sentences[read.sentence_starts[row] : read.sentence_starts[row + 1]].tolist(), end - base]
    for place, (first, last) in enumerate(pairwise(begins), int(read.sentence_starts[row])):
        stop = int(read.places[base + last]) if base + last < end else len(data)
        yield place, last - first, data[int(read.places[base + first]) : stop].decode(errors="ignore").strip()
