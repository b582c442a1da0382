"""Rows as Arrow batches: the first ones in memory, those over a budget in memory-mapped scratch files."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dedupe.engines.scratch import Scratch

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

READ = 0.10  # share of the budget that may be read from scratch files before their pages are given back
TOUCHED = 1 << 16  # bytes that the system maps around a value that is read


class Store:
    """Batches on their way to be rows.

    budget  bytes for those that stay in memory
    folder  of the scratch files; the system's temporary folder unless given
    """

    def __init__(self, budget: int, folder: str | None) -> None:
        self._left, self._held, self._scratch = budget, list[Any](), Scratch(folder)

    def add(self, batch: "pa.RecordBatch") -> None:
        """Add a batch behind the others."""
        self._left -= batch.nbytes
        if self._left >= 0:
            self._held.append(batch)
        else:
            self._scratch.write(batch)

    def done(self) -> "tuple[list[pa.RecordBatch], Scratch]":
        """Return all batches, and the files that hold some of them."""
        self._scratch.flush()
        return [*self._held, *self._scratch.batches], self._scratch


class Rows:
    """Batches in the order in which they were loaded.

    scratches  the files that hold some of their columns
    most       bytes read from these before their pages are given back
    """

    def __init__(self, batches: "list[pa.RecordBatch]", scratches: list[Scratch], most: int) -> None:
        self.batches, self.scratches, self._most, self._read = batches, scratches, most, 0

    @cached_property
    def ends(self) -> "Array":
        """How many rows there are up to the end of each batch, int64[b]."""
        import numpy as np

        return np.cumsum([len(batch) for batch in self.batches])

    def parts(self) -> "Iterator[pa.RecordBatch]":
        """Yield all batches."""
        for batch in self.batches:
            yield batch
            self.read(batch.nbytes)

    def read(self, size: int) -> None:
        """Note that so many bytes were read; now and then the pages of scratch files are given back."""
        self._read += size
        if self._read > self._most:
            for scratch in self.scratches:
                scratch.release()
            self._read = 0

    def take(self, places: "Array", columns: list[str]) -> "pa.RecordBatch":
        """Return some columns of the rows at places, int64[m], sorted and distinct."""
        import numpy as np
        import pyarrow as pa

        cuts, taken, first = np.searchsorted(places, self.ends), [], 0
        for batch, end, cut in zip(self.batches, self.ends, cuts, strict=True):
            if cut > first:
                taken.append(batch.select(columns).take(pa.array(places[first:cut] - (end - len(batch)))))
                self.read(int(cut - first) * len(columns) * TOUCHED)
            first = cut
        return pa.concat_batches(taken) if taken else self.batches[0].select(columns).slice(0, 0)
