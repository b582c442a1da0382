"""Entries put into partitions by the bucket they belong to; over a budget they wait in an unnamed file on disk."""

import tempfile
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any, Self

from dedupe.engines.scratch import no_room

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

BITS = 6
COUNT = 1 << BITS
SPREAD = 0x9E3779B97F4A7C15  # multiplicative hashing (Knuth 1973, 6.4)


def part(buckets: "Array") -> "Array":
    """Return the number of the partition that each bucket, uint64[m], belongs to, uint8[m]."""
    import numpy as np

    return np.asarray((buckets * np.uint64(SPREAD) >> np.uint64(64 - BITS)).astype(np.uint8))


def parted(columns: "Sequence[Array]") -> "list[tuple[Array, ...]]":
    """Return the entries of each partition, some columns of which the first holds their buckets, uint64[m]; in their order."""
    import numpy as np

    number = part(columns[0])
    order = np.argsort(number, kind="stable")
    ends = np.cumsum(np.bincount(number, minlength=COUNT))
    held = [column[order] for column in columns]
    return [tuple(column[first:last] for column in held) for first, last in zip([0, *ends[:-1]], ends, strict=True)]


class Partitions:
    """Entries by partition, in the order in which they were added.

    budget  bytes that may be held in memory
    folder  of the file; the system's temporary folder unless given
    """

    def __init__(self, budget: int, folder: str | None = None) -> None:
        self._held: list[list[tuple[Array, ...]]] = [[] for _ in range(COUNT)]
        self._written: list[list[list[tuple[int, int]]]] = [[] for _ in range(COUNT)]  # where each column of a part stands
        self._kinds: list[Any] = []
        self._budget, self._size, self._folder = budget, 0, folder
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def add(self, parts: "list[tuple[Array, ...]]") -> None:
        """Add the entries of each partition, as `parted` returns them. Raise DedupeError if the disk has no room for them."""
        for held, part in zip(self._held, parts, strict=True):
            if len(part[0]):
                held.append(part)
                self._kinds = [column.dtype for column in part]
                self._size += sum(column.nbytes for column in part)
        if self._size > self._budget:
            self._spill()

    def __iter__(self) -> "Iterator[tuple[Array, ...]]":
        """Yield the entries of each partition that has any."""
        import numpy as np

        for number in range(COUNT):
            parts = [*map(self._read, self._written[number]), *self._held[number]]
            self._held[number] = []
            if parts:
                yield tuple(np.concatenate(column) for column in zip(*parts, strict=True))

    def _spill(self) -> None:
        """Write all entries that are held."""
        import numpy as np

        try:
            self._file = self._file or tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115  closed on exit
            for held, written in zip(self._held, self._written, strict=True):
                places = []
                for column in zip(*held, strict=True):
                    data = np.concatenate(column)
                    places.append((self._file.tell(), data.nbytes))
                    self._file.write(data.data)
                written += [places] if places else []
                held.clear()
            self._file.flush()
        except OSError as error:
            raise no_room(self._folder, error) from error
        self._size = 0

    def _read(self, places: list[tuple[int, int]]) -> "tuple[Array, ...]":
        import numpy as np

        read = []
        for (offset, size), kind in zip(places, self._kinds, strict=True):
            self._file.seek(offset)  # type: ignore[union-attr]  # it is there where something was written
            read.append(np.frombuffer(self._file.read(size), kind))  # type: ignore[union-attr]
        return tuple(read)
