"""The first stories of some files, and how many there are in all, told from the bytes that these take."""

from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from dedupe.model import Story
from dedupe.readers import Fields, read
from dedupe.readers.compression import decompressed
from dedupe.readers.encodings import without_mark
from dedupe.readers.folders import files
from dedupe.readers.formats import reader
from dedupe.readers.source import opened
from dedupe.readers.steady import BLOCK, Steady

BY_LINE = ("jsonl", "csv")  # readers that read as they go; other files are read through once they are begun
TRIED = 1 << 22  # bytes of a compressed file from which is told how far it is compressed


class Sample(NamedTuple):
    """The first stories; `seen` stories stand in the first `read` of all `size` bytes, and were read in so many seconds."""

    stories: list[Story]
    seen: int
    read: int
    size: int
    seconds: float

    @property
    def expected(self) -> int:
        """How many stories there are, were all bytes like those read."""
        return round(self.seen * self.size / self.read) if self.read else 0


def sample(paths: list[str], fields: Fields, most: int) -> Sample:
    """Return the first stories, `most` at most, of files and of the files in folders."""
    every = [file for path in paths for file in files(path)]
    stories: list[Story] = []
    seen, taken, seconds = 0, 0, 0.0
    for file in every:
        if len(stories) < most:
            begun = _begin(file, fields, most - len(stories))
            stories += begun.stories
            seen, taken, seconds = seen + begun.seen, taken + begun.read, seconds + begun.seconds
    return Sample(stories, seen, taken, sum(map(_size, every)), seconds)


def _begin(file: str, fields: Fields, most: int) -> Sample:
    """Return the first stories of one file."""
    by_line, start = _is_by_line(file, fields), perf_counter()
    records = (record for record in read(file, fields) if isinstance(record, Story))
    stories, size = list(islice(records, most)), _size(file)
    is_cut = by_line and len(stories) == most
    more = 0 if is_cut else sum(1 for _ in records)
    seconds = perf_counter() - start
    taken = min(_bytes(file, stories[-1].origin.last_line), size) if is_cut else size
    return Sample(stories, len(stories) + more, taken, size, seconds)


def _size(file: str) -> int:
    return Path(file).stat().st_size


def _is_by_line(file: str, fields: Fields) -> bool:
    with opened(file) as source:
        return reader(source, fields).__name__.rpartition(".")[2] in BY_LINE


def _bytes(file: str, lines: int) -> int:
    """Return how many bytes of a file so many lines take."""
    with opened(file) as source:
        taken = sum(map(len, islice(source.stream, lines)))
        return taken if source.is_plain else round(taken * _ratio(file))


def _ratio(file: str) -> float:
    """Return the bytes of a file that a byte of its text takes."""
    with Path(file).open("rb") as packed:
        stream = without_mark(decompressed(Steady(packed, "file")))
        text, ahead = 0, packed.tell()  # what is read beforehand now will be so at the end, too
        while packed.tell() < ahead + TRIED:
            if not (block := stream.read(BLOCK)):
                return packed.tell() / max(text, 1)
            text += len(block)
        return (packed.tell() - ahead) / text
