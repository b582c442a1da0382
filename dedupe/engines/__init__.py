"""Where rows live and how they move; knows nothing of duplicates."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.checkpoint import Checkpoint
    from dedupe.engines.tables import Tables

    Array = np.ndarray[Any, Any]

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """The verbs the line is written in; `rows` is whatever the engine keeps between two of them."""

    checkpoint: "Checkpoint | None"
    room: int
    """Bytes that may be held of what is made of the rows, besides what goes from step to step."""

    def pick(self, by_node: T, by_key: T) -> T:
        """Return the one of two ways to go that suits: over arrays by node, or over tables by key."""

    def keep(self, name: str, rows: Any) -> None:
        """Keep rows in the checkpoint, if there is one."""

    def kept(self, name: str) -> Any:
        """Return the rows that the checkpoint keeps."""

    def load(
        self,
        batches: "Iterable[pa.RecordBatch]",
        step: "Callable[[pa.RecordBatch], pa.RecordBatch]",
        note: "Callable[[pa.RecordBatch], pa.RecordBatch] | None" = None,
    ) -> Any:
        """Return the rows of batches, each put through a step that treats every row alone and takes an empty batch.

        note  sees each batch that the step made, one after the other, and returns what is kept of it
        """

    def renew(self, rows: Any, step: "Callable[[pa.RecordBatch], pa.RecordBatch | None]") -> Any:
        """Return the rows with the columns that such a step returns in place of theirs; None leaves a batch as it is."""

    def collect(self, rows: Any, columns: list[str]) -> "pa.Table":
        """Return some columns of all rows, in the order in which they were loaded."""

    def take(self, rows: Any, places: Any, columns: list[str]) -> "pa.RecordBatch":
        """Return some columns of the rows at places, int64[m], sorted and distinct."""

    def numbered(self, rows: Any) -> "Iterable[tuple[int, pa.RecordBatch]]":
        """Return all rows, batch by batch, each with the number of its first row."""

    def group(self, rows: Any, step: "Callable[[int, pa.RecordBatch], tuple[Array, ...]]") -> "Iterable[tuple[Array, ...]]":
        """Return all entries that a step makes of (number of the first row, batch), those of one bucket together.

        Entries are some columns of one length, the first of which holds their buckets, uint64[m].
        """

    def each(self, step: "Callable[[T], R]", items: "Iterable[T]") -> "Iterator[R]":
        """Yield what a step returns for each item, in their order, while others are under way."""


def at_home(value: object) -> "Engine | Tables":
    """Return the engine that a value lives in: this process, unless it is a data frame of another."""
    if type(value).__module__.partition(".")[0] == "pyspark":
        from dedupe.engines.spark import Spark

        here: Tables = Spark(value.sparkSession)  # type: ignore[attr-defined]  # every data frame has one
        return here
    from dedupe.engines.local import Local

    return Local()
