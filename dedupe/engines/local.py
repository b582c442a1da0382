"""Rows as Arrow batches in this process, under threads; over the memory budget, in memory-mapped scratch files."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from dedupe.engines.scratch import Scratch

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.engines.checkpoint import Checkpoint

T = TypeVar("T")
R = TypeVar("R")

HELD = 0.25  # share of the budget for rows held in memory; the rest is for what is made of them
READ = 0.10  # share of the budget that may be read from scratch files before their pages are given back
TOUCHED = 1 << 16  # bytes that the system maps around a row that is read


def half_of_memory() -> int:
    """Return half of the machine's memory in bytes; 2 GB where it cannot be told."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    except (AttributeError, ValueError, OSError):
        return 2 << 30


class Rows:
    """Batches in the order in which they were loaded: the first ones in memory, those over the budget in scratch files."""

    def __init__(self, budget: int, folder: str | None) -> None:
        self.scratch, self._held = Scratch(folder), []  # type: tuple[Scratch, list[pa.RecordBatch]]
        self._left, self._read, self._most = int(HELD * budget), 0, int(READ * budget)

    @property
    def batches(self) -> "list[pa.RecordBatch]":
        """All batches."""
        return [*self._held, *self.scratch.batches]

    def add(self, batch: "pa.RecordBatch") -> None:
        """Add a batch behind the others."""
        self._left -= batch.nbytes
        if self._left >= 0:
            self._held.append(batch)
        else:
            self.scratch.write(batch)

    def hold(self, batches: "list[pa.RecordBatch]") -> None:
        """Add batches that are mapped from a file."""
        self._held += batches

    def read(self, size: int) -> None:
        """Note that so many bytes were read; now and then the pages of scratch files are given back."""
        if not self.scratch.batches:
            return
        self._read += size
        if self._read > self._most:
            self.scratch.release()
            self._read = 0


class Local:
    """An engine in this process.

    jobs        threads that run the steps; all cores unless given
    memory      bytes that rows and what is made of them should stay within; half of the machine's unless given
    scratch     folder for rows beyond that; the system's temporary folder unless given
    checkpoint  where stages are kept
    """

    def __init__(
        self, jobs: int = 0, memory: int = 0, scratch: str | None = None, checkpoint: "Checkpoint | None" = None
    ) -> None:
        self.jobs, self.memory, self.scratch = jobs or os.cpu_count() or 1, memory or half_of_memory(), scratch
        self.checkpoint = checkpoint

    def keep(self, name: str, rows: Rows) -> None:
        """Keep rows in the checkpoint, if there is one."""
        if self.checkpoint and rows.batches:
            self.checkpoint.keep(name, rows.batches)

    def kept(self, name: str) -> Rows:
        """Return the rows that the checkpoint keeps."""
        rows = Rows(self.memory, self.scratch)
        rows.hold(self.checkpoint.batches(name) if self.checkpoint else [])
        return rows

    def load(self, batches: "Iterable[pa.RecordBatch]", step: "Callable[[pa.RecordBatch], pa.RecordBatch]") -> Rows:
        """Return the rows of batches, each put through a step; a few batches are under way at once."""
        rows = Rows(self.memory, self.scratch)
        for batch in self.each(step, batches):
            rows.add(batch)
        rows.scratch.flush()
        return rows

    def map(self, rows: Rows, step: "Callable[[pa.RecordBatch], pa.RecordBatch]") -> Rows:
        """Return all rows put through such a step."""
        return self.load(self.parts(rows), step)

    def each(self, step: "Callable[[T], R]", items: "Iterable[T]") -> "Iterator[R]":
        """Yield what a step returns for each item, in their order; a few items are under way at once."""
        with ThreadPoolExecutor(self.jobs) as threads:
            waiting: deque[Future[R]] = deque()
            try:
                for item in items:
                    waiting.append(threads.submit(step, item))
                    if len(waiting) > 2 * self.jobs:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                threads.shutdown(wait=False, cancel_futures=True)

    def collect(self, rows: Rows, columns: list[str]) -> "pa.Table":
        """Return some columns of all rows, in the order in which they were loaded."""
        import pyarrow as pa

        table = pa.Table.from_batches([batch.select(columns) for batch in rows.batches])
        rows.read(table.nbytes)
        return table

    def take(self, rows: Rows, places: Any, columns: list[str]) -> "pa.RecordBatch":
        """Return some columns of the rows at places, int64[m], sorted and distinct."""
        import numpy as np
        import pyarrow as pa

        batches = rows.batches
        ends = np.cumsum([len(batch) for batch in batches])
        cuts = np.searchsorted(places, ends)
        taken, first = [], 0
        for batch, end, cut in zip(batches, ends, cuts, strict=True):
            if cut > first:
                taken.append(batch.select(columns).take(pa.array(places[first:cut] - (end - len(batch)))))
            first = cut
        found = pa.concat_batches(taken) if taken else batches[0].select(columns).slice(0, 0)
        rows.read(max(found.nbytes, len(places) * TOUCHED))
        return found

    def parts(self, rows: Rows) -> "Iterator[pa.RecordBatch]":
        """Yield all rows, batch by batch."""
        for batch in rows.batches:
            yield batch
            rows.read(batch.nbytes)
