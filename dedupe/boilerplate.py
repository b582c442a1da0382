"""Sentences that a source puts under all its stories: subscription lines, author boxes, "This story has been updated"."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

LEAST, SHARE = 5, 0.01  # stories of a source, and share of its stories, that have a sentence which is boilerplate
OWN = 0.8  # share of the stories with the sentence that are of this source
TOLD_AGAIN = 0.3  # stories that share more of their words than this are versions of one story, not pages of one site
SAMPLE = 64  # stories of which the shared words are counted
WORDS = 4  # a shorter sentence is no passage
SLOTS = 1 << 20  # of the table that counts sentences


class Sentences(NamedTuple):
    """All sentences of a corpus: story, int32[s], sorted; digest, uint64[s]; words, int32[s]; and source, a number, uint64[s]."""

    story: "Array"
    digest: "Array"
    words: "Array"
    source: "Array"

    @property
    def codes(self) -> "Array":
        """One number, uint64[s], for the sentence in its source."""
        return self.digest ^ self.source


def sentences(batch: "pa.RecordBatch", first: int) -> Sentences:
    """Return the sentences of signed rows, whose stories are numbered from `first`."""
    return sentences_from(batch, origins(batch), first)


def sentences_from(batch: "pa.RecordBatch", origin: "Array", first: int) -> Sentences:
    """Return the sentences of signed rows that come from these sources, numbers, uint64[n]."""
    import numpy as np

    from dedupe.kernels.buffers import frozen, ragged
    from dedupe.kernels.shingle import digest

    words, starts = ragged(batch.column("words"))
    begins, rows = ragged(batch.column("sentences"))
    story = np.repeat(np.arange(len(batch), dtype=np.int32), np.diff(rows))
    bounds = frozen(np.append(begins + starts[:-1][story], len(words)).astype(np.int32))
    return Sentences(story + first, digest(words.view(np.uint32), bounds), np.diff(bounds), origin[story])


def origins(batch: "pa.RecordBatch") -> "Array":
    """Return a number for where each row comes from, uint64[n]."""
    import numpy as np

    columns = (batch.column(name).to_pylist() for name in ("source", "url", "path"))
    return np.array([source_key(*row) for row in zip(*columns, strict=True)], np.uint64)


def joined(parts: list[Sentences]) -> Sentences:
    """Return the sentences of several batches as one."""
    import numpy as np

    if not parts:
        return Sentences(*(np.empty(0, kind) for kind in (np.int32, np.uint64, np.int32, np.uint64)))
    return Sentences(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def source_key(source: str, url: str, path: str) -> int:
    """Return a number for where a story comes from: its source, else its host, else its file."""
    if source:
        return _number(source.casefold().strip())
    return _number(url.split("//")[-1].split("/")[0].removeprefix("www.") or path)


@lru_cache(1 << 14)
def _number(name: str) -> int:
    from hashlib import blake2b

    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def boilerplate(told: Sentences) -> "Array":
    """Return the codes, uint64[k], sorted, of the sentences that are boilerplate.

    A sentence is, if it recurs in a source, hardly anywhere else, and in stories that otherwise have little in common.
    """
    import numpy as np

    sources, sizes = np.unique(told.source[np.diff(told.story, prepend=-1) > 0], return_counts=True)
    often = _recurs(told.digest) & (told.words >= WORDS)
    story, digest, source, code = (column[often] for column in (told.story, told.digest, told.source, told.codes))
    held, stories = _stories(code, story)
    codes, first = np.unique(code, return_index=True)
    everywhere = np.searchsorted(np.unique(digest), digest[first])
    common = (stories >= LEAST) & (stories >= SHARE * sizes[np.searchsorted(sources, source[first])])
    common &= stories >= OWN * _stories(digest, story)[1][everywhere]
    ends = np.cumsum(stories)
    for at in np.flatnonzero(common):
        some = held[ends[at] - stories[at] : ends[at] : max(stories[at] // SAMPLE, 1)]
        common[at] = shared(some, told) <= TOLD_AGAIN
    return codes[common]


def _recurs(digest: "Array") -> "Array":
    """Return which digests, uint64[s], may stand there LEAST times, bool[s]: all that do, and few others."""
    import numpy as np

    slots = (digest & np.uint64(SLOTS - 1)).astype(np.int64)
    return np.asarray(np.bincount(slots, minlength=SLOTS)[slots] >= LEAST)


def _stories(name: "Array", story: "Array") -> "tuple[Array, Array]":
    """Return the stories that have each name, uint64[s], in the order of the names, each once, and how many each name has."""
    import numpy as np

    order = np.lexsort((story, name))
    name, story = name[order], story[order]
    new = np.append(True, (name[1:] != name[:-1]) | (story[1:] != story[:-1]))[: len(name)]
    return story[new], np.unique(name[new], return_counts=True)[1]


def shared(stories: "Array", told: Sentences) -> float:
    """Return the median share of a story's words in sentences that half or more of these stories have."""
    import numpy as np

    begins, ends = np.searchsorted(told.story, stories), np.searchsorted(told.story, stories + 1)
    at = np.concatenate([np.arange(begin, end) for begin, end in zip(begins, ends, strict=True)])
    row = np.repeat(np.arange(len(stories)), ends - begins)
    names, place = np.unique(told.digest[at], return_inverse=True)
    counts = np.bincount(np.unique(place.astype(np.int64) << 32 | row) >> 32, minlength=len(names))
    words = told.words[at]
    common = np.bincount(row, weights=words * (counts[place] * 2 >= len(stories)), minlength=len(stories))
    return float(np.median(common / np.maximum(np.bincount(row, weights=words, minlength=len(stories)), 1)))
