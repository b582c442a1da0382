"""Sentences that a source puts under all its stories: subscription lines, author boxes, "This story has been updated"."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from dedupe.model.story import host

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

T = TypeVar("T")

LEAST, SHARE = 5, 0.01  # stories of a source, and share of its stories, that have a sentence which is boilerplate
OWN = 0.8  # share of the stories with the sentence that are of this source
TOLD_AGAIN = 0.3  # stories that share more of their words than this are versions of one story, not pages of one site
SAMPLE = 64  # stories of which the shared words are counted
WORDS = 4  # a shorter sentence is no passage
LENGTH = 1023  # the bits of a sentence's number that hold its words


class Sentences(NamedTuple):
    """Some sentences: the number of each, uint64[s], the story it stands in, int32[s], and the story's source, uint64[s]."""

    number: "Array"
    story: "Array"
    source: "Array"

    @property
    def codes(self) -> "Array":
        """One number, uint64[s], for the sentence in its source."""
        return self.number ^ self.source


class Sources(NamedTuple):
    """The sources, uint64[k], sorted, and how many stories each has, int64[k]."""

    names: "Array"
    stories: "Array"


class Common(NamedTuple):
    """Sentences that recur in one source: their codes, uint64[k], and some stories that have each, int32, ragged by starts."""

    codes: "Array"
    stories: "Array"
    starts: "Array"


def sentences(batch: "pa.RecordBatch", stories: "Array") -> Sentences:
    """Return the sentences of signed rows, whose stories have these numbers, int32[n]."""
    import numpy as np

    from dedupe.kernels.buffers import ragged

    numbers, starts = ragged(batch.column("sentences"))
    count = np.diff(starts)
    return Sentences(numbers.view(np.uint64), np.repeat(stories, count), np.repeat(origins(batch), count))


def long(told: Sentences) -> Sentences:
    """Return those of the sentences that have WORDS words or more."""
    kept = (told.number & LENGTH) >= WORDS
    return Sentences(*(column[kept] for column in told))


def origins(batch: "pa.RecordBatch") -> "Array":
    """Return a number for where each row comes from, uint64[n]."""
    import numpy as np

    keys, at = each_origin(batch, source_key)
    return np.array(keys, np.uint64)[at]


def each_origin(batch: "pa.RecordBatch", tell: "Callable[[str, str, str], T]") -> "tuple[list[T], Array]":
    """Return what is told of source, address and path of rows, and where among that stands what is told of each, int64[n]."""
    import numpy as np
    from pyarrow.compute import any as some
    from pyarrow.compute import equal, utf8_trim_whitespace

    sources = batch.column("source")
    if some(equal(utf8_trim_whitespace(sources), "")).as_py():
        return list(map(tell, *(batch.column(name).to_pylist() for name in ("source", "url", "path")))), np.arange(len(batch))
    coded = sources.dictionary_encode()  # a few names: each is looked at once
    return [tell(name, "", "") for name in coded.dictionary.to_pylist()], coded.indices.to_numpy()


def source_key(source: str, url: str, path: str) -> int:
    """Return a number for where a story comes from: its source, else its host, else its file."""
    if source:
        return _number(source.casefold().strip())
    return _number(host(url) or path)


@lru_cache(1 << 14)
def _number(name: str) -> int:
    from hashlib import blake2b

    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def common(told: Sentences, sources: Sources) -> Common:
    """Return the sentences that recur in a source and hardly anywhere else; `told` holds all of those with the same number."""
    import numpy as np

    held, stories = _stories(told.codes, told.story)
    _, first = np.unique(told.codes, return_index=True)
    everywhere = np.searchsorted(np.unique(told.number), told.number[first])
    recurs = (stories >= LEAST) & (stories >= SHARE * sources.stories[np.searchsorted(sources.names, told.source[first])])
    recurs &= stories >= OWN * _stories(told.number, told.story)[1][everywhere]
    ends = np.cumsum(stories)
    some = [held[ends[at] - stories[at] : ends[at] : max(stories[at] // SAMPLE, 1)] for at in np.flatnonzero(recurs)]
    every = np.concatenate([held[:0], *some])
    return Common(told.codes[first[recurs]], every, np.append(0, np.cumsum([len(part) for part in some])).astype(np.int64))


def _stories(name: "Array", story: "Array") -> "tuple[Array, Array]":
    """Return the stories that have each name, uint64[s], in the order of the names, each once, and how many each name has."""
    import numpy as np

    order = np.lexsort((story, name))
    name, story = name[order], story[order]
    new = np.append(True, (name[1:] != name[:-1]) | (story[1:] != story[:-1]))[: len(name)]
    return story[new], np.unique(name[new], return_counts=True)[1]


def boilerplate(found: Common, told: Sentences) -> "Array":
    """Return the codes, uint64[k], sorted, of those that recur in stories which otherwise have little in common.

    told  all sentences of the stories that have them, sorted by story
    """
    import numpy as np

    some = [found.stories[first:last] for first, last in zip(found.starts[:-1], found.starts[1:], strict=True)]
    apart = np.array([shared(stories, told) <= TOLD_AGAIN for stories in some], bool)
    return np.sort(found.codes[apart])


def shared(stories: "Array", told: Sentences) -> float:
    """Return the median share of a story's words in sentences that half or more of these stories have."""
    import numpy as np

    begins, ends = np.searchsorted(told.story, stories), np.searchsorted(told.story, stories + 1)
    at = np.concatenate([np.arange(begin, end) for begin, end in zip(begins, ends, strict=True)])
    row = np.repeat(np.arange(len(stories)), ends - begins)
    names, place = np.unique(told.number[at], return_inverse=True)
    counts = np.bincount(np.unique(place.astype(np.int64) << 32 | row) >> 32, minlength=len(names))
    words = (told.number[at] & LENGTH).astype(np.int64)
    common = np.bincount(row, weights=words * (counts[place] * 2 >= len(stories)), minlength=len(stories))
    return float(np.median(common / np.maximum(np.bincount(row, weights=words, minlength=len(stories)), 1)))
