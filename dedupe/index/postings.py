"""Which rows of a segment stand in a bucket: Parquet files that are looked things up in where they lie.

A column of a section is one page, plain and not compressed: its values lie side by side in the file, sorted by bucket.
"""

import json
from base64 import b64decode, b64encode
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
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
SMALL = 8192  # entries of a section that is read whole
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
        from pyarrow import ArrowException, OSFile
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
        self._file = OSFile(str(path))
        ends = self._starts + self._lengths[:, None] * [kind.itemsize for kind in self._types]
        blocks = -(-self._lengths // BLOCK)
        if (
            len(numbers) != len(groups)
            or blocks.sum() != len(fences)
            or found != schema(kind)
            or (self._starts < 0).any()
            or (ends > self._file.size()).any()
        ):
            raise damaged(path)
        self._fences = np.split(fences, np.cumsum(blocks)[:-1])
        self._section = dict(zip(numbers, range(len(groups)), strict=True))

    def find(self, asked: "Array", sections: "Array", most: int) -> Entries:
        """Return the entries of buckets, int64[q], each in its section, int64[q]; of one bucket the first `most`."""
        import numpy as np

        first, count = self._ranges(asked, sections)
        count = np.minimum(count, most)
        found = np.flatnonzero(count)
        place = np.repeat(found, count[found])
        row = self._told(1, sections[found], first[found], count[found]).astype(np.int64)
        if len(row) and (row.min() < 0 or row.max() >= self._rows):
            raise damaged(self._path)
        told = self._told(2, sections[found], first[found], count[found]) if len(self._types) > 2 else row
        return Entries(place, row, told)

    def count(self, asked: "Array", sections: "Array") -> "Array":
        """Return how many entries buckets have, int64[q]."""
        return self._ranges(asked, sections)[1]

    def sections(self) -> "Iterator[tuple[int, tuple[Array, ...]]]":
        """Yield the number of each section, and its columns."""
        for number, section in self._section.items():
            columns = range(len(self._types))
            yield number, tuple(self._read(section, column, 0, int(self._lengths[section])) for column in columns)

    def check(self) -> None:
        """Raise StaleIndexError unless every section is sorted and names rows that there are."""
        for _, (bucket, row, *_) in self.sections():
            if (bucket[1:] < bucket[:-1]).any() or row.min() < 0 or row.max() >= self._rows:
                raise damaged(self._path)

    def _ranges(self, asked: "Array", sections: "Array") -> "tuple[Array, Array]":
        """Return the first entry of each bucket, int64[q], and how many it has."""
        import numpy as np

        first, last = np.zeros(len(asked), np.int64), np.zeros(len(asked), np.int64)
        for number in np.unique(sections).tolist():
            if number in self._section:
                own = np.flatnonzero(sections == number)
                first[own], last[own] = self._bounds(self._section[number], asked[own])
        return first, last - first

    def _bounds(self, section: int, asked: "Array") -> "tuple[Array, Array]":
        """Return where each bucket begins in its section and where it ends, int64[q]."""
        import numpy as np

        fences, length = self._fences[section], int(self._lengths[section])
        low = np.maximum(np.searchsorted(fences, asked, "left") - 1, 0) * BLOCK
        high = np.minimum(np.searchsorted(fences, asked, "right") * BLOCK, length)
        if length <= SMALL:
            held = self._read(section, 0, 0, length)
            return np.searchsorted(held, asked, "left"), np.searchsorted(held, asked, "right")
        bounds = np.empty((len(asked), 2), np.int64)
        for at, (bucket, begin, end) in enumerate(zip(asked.tolist(), low.tolist(), high.tolist(), strict=True)):
            block = self._read(section, 0, begin, end).data
            left = bisect_left(block, bucket)
            bounds[at] = begin + left, begin + bisect_right(block, bucket, left)
        return bounds[:, 0], bounds[:, 1]

    def _told(self, column: int, sections: "Array", first: "Array", count: "Array") -> "Array":
        """Return what a column tells of some entries of each section, one after the other."""
        import numpy as np

        ranges = zip(sections.tolist(), first.tolist(), (first + count).tolist(), strict=True)
        parts = [self._read(self._section[number], column, begin, end) for number, begin, end in ranges]
        return np.concatenate([np.empty(0, self._types[column]), *parts])

    def _read(self, section: int, column: int, begin: int, end: int) -> "Array":
        """Return the values of a column from one entry to another."""
        import numpy as np

        kind = self._types[column]
        data = self._file.read_at((end - begin) * kind.itemsize, int(self._starts[section, column]) + begin * kind.itemsize)
        if len(data) != (end - begin) * kind.itemsize:
            raise damaged(self._path)
        return np.frombuffer(data, kind)

    @staticmethod
    def _start(group: Any, place: int) -> int:
        """Return where the values of a column begin: behind all that its one page has before them."""
        column = group.column(place)
        size = {"INT64": 8, "INT32": 4, "FLOAT": 4}[column.physical_type] * group.num_rows
        return int(column.data_page_offset + column.total_compressed_size - size)


def damaged(path: Path) -> StaleIndexError:
    """Return the error for a file of an index that cannot be what was written."""
    folder = path.parents[2] if path.suffix == ".parquet" else path.parent
    return StaleIndexError(f"{path} is damaged; `dedupe index verify {folder}` tells what else is")


def missing(folder: Path, error: FileNotFoundError) -> StaleIndexError:
    """Return the error for a file that an index should have."""
    return StaleIndexError(f"{error.filename} is missing; `dedupe index verify {folder}` tells what else is")
