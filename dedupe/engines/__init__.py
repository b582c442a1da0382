"""Where rows live and how they move; knows nothing of duplicates."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.engines.checkpoint import Checkpoint

T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """The verbs the line is written in; `rows` is whatever the engine keeps between two of them."""

    checkpoint: "Checkpoint | None"

    def keep(self, name: str, rows: Any) -> None:
        """Keep rows in the checkpoint, if there is one."""

    def kept(self, name: str) -> Any:
        """Return the rows that the checkpoint keeps."""

    def load(self, batches: "Iterable[pa.RecordBatch]", step: "Callable[[pa.RecordBatch], pa.RecordBatch]") -> Any:
        """Return the rows of batches, each put through a step that treats every row alone and takes an empty batch."""

    def map(self, rows: Any, step: "Callable[[pa.RecordBatch], pa.RecordBatch]") -> Any:
        """Return all rows put through such a step."""

    def collect(self, rows: Any, columns: list[str]) -> "pa.Table":
        """Return some columns of all rows, in the order in which they were loaded."""

    def take(self, rows: Any, places: Any, columns: list[str]) -> "pa.RecordBatch":
        """Return some columns of the rows at places, int64[m], sorted and distinct."""

    def parts(self, rows: Any) -> "Iterable[pa.RecordBatch]":
        """Return all rows, batch by batch."""

    def each(self, step: "Callable[[T], R]", items: "Iterable[T]") -> "Iterator[R]":
        """Yield what a step returns for each item, in their order, while others are under way."""
