"""Which rows of a segment stand in a bucket: Parquet files that are looked things up in where they lie.

A column of a section is one page, plain and not compressed: its values lie side by side in the file, sorted by bucket.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from mmap import ACCESS_READ, MADV_DONTNEED, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.errors import StaleIndexError

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

# What rows are found by: the type of the buckets, and of what is told of each row in one, if anything is.
KINDS = {
    "keys": ("int64", "int32"),  # of ids; a digest of the story's title and text
    "digests": ("int64", None),  # of normal texts
    "bands": ("int64", None),  # hashes, a section each
    "prints": ("int32", "int32"),  # fingerprints, and what is around each
    "terms": ("int32", "float32"),  # the heaviest of each row, and their weights
}
SECTIONS, FENCES = b"sections", b"fences"  # what the file tells of itself
BLOCK = 512  # entries, the first bucket of which is a fence: the search begins between two of them, and reads one page
ROW = "int32"
TOGETHER = 512  # buckets that are looked up before the pages that were read are given back
PAGE = 1 << 30  # bytes, and rows: more than any section has


class Entries(NamedTuple):
    """Rows in buckets: the place of the bucket among those asked for, int64[e], the row, int64[e], and what is told of it.

    Where nothing is told of a row, that is the row again.
    """

    place: "Array"
    row: "Array"
    told: "Array"


def schema(kind: str) -> "pa.Schema":
    """Return the columns of a kind of postings."""
    import pyarrow as pa

    bucket, told = KINDS[kind]
    columns = [("bucket", bucket), ("row", ROW)] + ([("told", told)] if told else [])
    return pa.schema([pa.field(name, pa.type_for_alias(of), nullable=False) for name, of in columns])


class PostingsWriter:
    """Writes the sections of a kind of postings into a file, one after the other."""

    def __init__(self, path: Path, kind: str) -> None:
        from pyarrow.parquet import ParquetWriter

        self._schema, self._numbers, self._fences = schema(kind), list[int](), list[bytes]()
        limits = {"data_page_size": PAGE, "write_batch_size": PAGE, "max_rows_per_page": PAGE}
        self._writer = ParquetWriter(path, self._schema, compression="none", use_dictionary=False, **limits)

    def add(self, section: int, *columns: "Array") -> None:
        """Write a section: the bucket of each entry, its row, and what is told of it."""
        import numpy as np
        import pyarrow as pa

        if not len(columns[0]):
            return
        order = np.argsort(columns[0], kind="stable")
        made = [pa.array(np.ascontiguousarray(column[order])) for column in columns]
        self._writer.write_table(pa.table(made, schema=self._schema), row_group_size=PAGE)
        self._numbers.append(section)
        self._fences.append(np.ascontiguousarray(columns[0][order[::BLOCK]]).astype(np.int64).tobytes())

    def close(self) -> None:
        """Write the rest of the file."""
        self._writer.add_key_value_metadata({SECTIONS: json.dumps(self._numbers), FENCES: b64encode(b"".join(self._fences))})
        self._writer.close()


class Postings:
    """Postings that lie in a file. Raise StaleIndexError where they cannot be what was written."""

    def __init__(self, path: Path, kind: str, rows: int) -> None:
        import numpy as np
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile

        self._path, self._rows = path, rows
        try:
            with ParquetFile(path) as file:
                about, found = file.metadata, file.schema_arrow
            self._types = [np.dtype(column.type.to_pandas_dtype()) for column in schema(kind)]
            groups = [about.row_group(number) for number in range(about.num_row_groups)]
            numbers = [int(number) for number in json.loads(about.metadata[SECTIONS])]
            self._lengths = np.array([group.num_rows for group in groups], np.int64)
            fences = np.frombuffer(b64decode(about.metadata[FENCES]), np.int64)
            starts = [[self._start(group, place) for place in range(len(self._types))] for group in groups]
        except (ArrowException, OSError, KeyError, TypeError, ValueError) as error:
            raise damaged(path) from error
        self._starts = np.array(starts, np.int64).reshape(len(groups), len(self._types))
        with path.open("rb") as opened:
            self._map = mmap(opened.fileno(), 0, access=ACCESS_READ)
        self._bytes: Array = np.frombuffer(self._map, np.uint8)
        ends = self._starts + self._lengths[:, None] * [kind.itemsize for kind in self._types]
        blocks = -(-self._lengths // BLOCK)
        if (
            len(numbers) != len(groups)
            or blocks.sum() != len(fences)
            or found != schema(kind)
            or (self._starts < 0).any()
            or (ends > len(self._bytes)).any()
        ):
            raise damaged(path)
        self._fences = np.split(fences, np.cumsum(blocks)[:-1])
        self._section = dict(zip(numbers, range(len(groups)), strict=True))

    def find(self, asked: "Array", sections: "Array", most: int) -> Entries:
        """Return the entries of buckets, int64[q], each in its section, int64[q]; of one bucket the first `most`."""
        import numpy as np

        parts = [Entries(*(np.empty(0, np.int64),) * 3)] if not len(asked) else []
        for first in range(0, len(asked), TOGETHER):
            part = self._find(asked[first : first + TOGETHER], sections[first : first + TOGETHER], most)
            parts.append(part._replace(place=part.place + first))
            self._map.madvise(MADV_DONTNEED)
        return Entries(*map(np.concatenate, zip(*parts, strict=True)))

    def count(self, asked: "Array", sections: "Array") -> "Array":
        """Return how many entries buckets have, int64[q]."""
        import numpy as np

        counts = np.zeros(len(asked), np.int64)
        for first in range(0, len(asked), TOGETHER):
            known, _, _, found = self._ranges(asked[first : first + TOGETHER], sections[first : first + TOGETHER])
            counts[first + known] = found
            self._map.madvise(MADV_DONTNEED)
        return counts

    def sections(self) -> "Iterator[tuple[int, tuple[Array, ...]]]":
        """Yield the number of each section, and its columns."""
        import numpy as np

        for number, section in self._section.items():
            length = int(self._lengths[section])
            places = np.full(length, section), np.arange(length)
            yield number, tuple(self._values(places[0], column, places[1]) for column in range(len(self._types)))
            self._map.madvise(MADV_DONTNEED)

    def check(self) -> None:
        """Raise StaleIndexError unless every section is sorted and names rows that there are."""
        for _, (bucket, row, *_) in self.sections():
            if (bucket[1:] < bucket[:-1]).any() or row.min() < 0 or row.max() >= self._rows:
                raise damaged(self._path)

    def _ranges(self, asked: "Array", sections: "Array") -> "tuple[Array, Array, Array, Array]":
        """Return which buckets have a section here, int64[k], that, the first entry of each, and how many it has."""
        import numpy as np

        at = np.full(int(max(sections.max(initial=0), *self._section, 0)) + 1, -1, np.int64)
        at[list(self._section)] = list(self._section.values())
        known = np.flatnonzero(at[sections] >= 0)
        section, wanted = at[sections][known], asked[known]
        first = self._bound(section, wanted, equal=False)
        return known, section, first, self._bound(section, wanted, equal=True) - first

    def _find(self, asked: "Array", sections: "Array", most: int) -> Entries:
        import numpy as np

        known, at, first, count = self._ranges(asked, sections)
        count = np.minimum(count, most)
        place = np.repeat(np.arange(len(known)), count)
        within = np.arange(len(place)) - np.repeat(np.cumsum(count) - count, count)
        entry, section = first[place] + within, at[place]
        row = self._values(section, 1, entry).astype(np.int64)
        if len(row) and (row.min() < 0 or row.max() >= self._rows):
            raise damaged(self._path)
        told = self._values(section, 2, entry) if len(self._types) > 2 else row
        return Entries(known[place], row, told)

    @staticmethod
    def _start(group: Any, place: int) -> int:
        """Return where the values of a column begin: behind all that its one page has before them."""
        column = group.column(place)
        size = {"INT64": 8, "INT32": 4, "FLOAT": 4}[column.physical_type] * group.num_rows
        return int(column.data_page_offset + column.total_compressed_size - size)

    def _bound(self, section: "Array", asked: "Array", *, equal: bool) -> "Array":
        """Return how many buckets of its section come before each of those asked for, equal ones or not, int64[q]."""
        import numpy as np

        low, high = np.zeros(len(asked), np.int64), np.zeros(len(asked), np.int64)
        for number in np.unique(section).tolist():
            own = section == number
            block = np.searchsorted(self._fences[number], asked[own], "right" if equal else "left")
            low[own] = np.maximum(block - 1, 0) * BLOCK
            high[own] = np.minimum(block * BLOCK, self._lengths[number])
        for _ in range(BLOCK.bit_length()):
            middle = np.minimum((low + high) // 2, self._lengths[section] - 1)
            there = self._values(section, 0, middle)
            before = (there <= asked) if equal else (there < asked)
            open_ = low < high
            low, high = np.where(open_ & before, middle + 1, low), np.where(open_ & ~before, middle, high)
        return np.asarray(low)

    def _values(self, section: "Array", column: int, entry: "Array") -> "Array":
        import numpy as np

        kind = self._types[column]
        offsets = self._starts[section, column] + entry * kind.itemsize
        values: Array = self._bytes[offsets[:, None] + np.arange(kind.itemsize)]
        return np.asarray(values.view(kind).reshape(-1))


def damaged(path: Path) -> StaleIndexError:
    """Return the error for a file of an index that cannot be what was written."""
    folder = path.parents[2] if path.suffix == ".parquet" else path.parent
    return StaleIndexError(f"{path} is damaged; `dedupe index verify {folder}` tells what else is")
