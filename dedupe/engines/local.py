"""An engine in this process, under threads; what is over the memory budget is in files."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from dedupe.engines.partitions import Partitions, parted
from dedupe.engines.store import READ, Rows, Store

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.checkpoint import Checkpoint

    Array = np.ndarray[Any, Any]

T = TypeVar("T")
R = TypeVar("R")

# Shares of the budget for rows held in memory, for entries, and for what is made of the rows and kept; the rest is for what
# goes from step to step.
HELD, GROUPED, MADE = 0.25, 0.05, 0.10


def half_of_memory() -> int:
    """Return half of the machine's memory in bytes; 2 GB where it cannot be told."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    except (AttributeError, ValueError, OSError):
        return 2 << 30


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
        self.checkpoint, self.room = checkpoint, int(MADE * self.memory)

    def pick(self, by_node: T, by_key: T) -> T:
        """Return the one of two ways to go that suits: over arrays by node."""
        return by_node

    def keep(self, name: str, rows: Rows) -> None:
        """Keep rows in the checkpoint, if there is one."""
        if self.checkpoint and rows.batches:
            self.checkpoint.keep(name, rows.batches)

    def kept(self, name: str) -> Rows:
        """Return the rows that the checkpoint keeps."""
        return self._rows(self.checkpoint.batches(name) if self.checkpoint else [])

    def load(
        self,
        batches: "Iterable[pa.RecordBatch]",
        step: "Callable[[pa.RecordBatch], pa.RecordBatch]",
        note: "Callable[[pa.RecordBatch], pa.RecordBatch] | None" = None,
    ) -> Rows:
        """Return the rows of batches, each put through a step, a few at once, and then through `note`, one after the other."""
        store = Store(int(HELD * self.memory), self.scratch)
        for batch in self.each(step, batches):
            store.add(note(batch) if note else batch)
        held, scratch = store.done()
        return self._rows(held, scratch)

    def renew(self, rows: Rows, step: "Callable[[pa.RecordBatch], pa.RecordBatch | None]") -> Rows:
        """Return the rows with the columns that a step returns in place of theirs; None leaves a batch as it is."""
        store, changed = Store(int(HELD * self.memory) // 2, self.scratch), []
        for place, columns in enumerate(self.each(step, rows.parts())):
            if columns is not None:
                store.add(columns)
                changed.append(place)
        renewed, scratch = store.done()
        batches = list(rows.batches)
        for place, columns in zip(changed, renewed, strict=True):
            batches[place] = _replaced(batches[place], columns)
        return self._rows(batches, *rows.scratches, scratch)

    def _rows(self, batches: "list[pa.RecordBatch]", *scratches: Any) -> Rows:
        return Rows(batches, list(scratches), int(READ * self.memory))

    def group(self, rows: Rows, step: "Callable[[int, pa.RecordBatch], tuple[Array, ...]]") -> "Iterator[tuple[Array, ...]]":
        """Yield all entries that a step returns for (number of the first row, batch), partition by partition.

        Entries are some columns of one length, the first of which holds their buckets, uint64[m]; those of one bucket come
        together, in the order of the rows.
        """
        with Partitions(int(GROUPED * self.memory), self.scratch) as entries:
            for parts in self.each(lambda told: parted(step(*told)), self.numbered(rows)):
                entries.add(parts)
            yield from entries

    def numbered(self, rows: Rows) -> "Iterator[tuple[int, pa.RecordBatch]]":
        """Yield all rows, batch by batch, each with the number of its first row."""
        for end, batch in zip(rows.ends.tolist(), rows.parts(), strict=True):
            yield end - len(batch), batch

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
        return rows.take(places, columns)


def _replaced(batch: "pa.RecordBatch", columns: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return a batch with these columns in place of those of the same names."""
    for name in columns.schema.names:
        batch = batch.set_column(batch.schema.get_field_index(name), name, columns.column(name))
    return batch
