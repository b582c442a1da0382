"""The verbs of an engine whose rows no machine holds all of: tables by key, which are parted, grouped and joined."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]
    Step = Callable[[pa.RecordBatch], pa.RecordBatch]
    Reading = Callable[[pa.RecordBatch], Iterator[pa.RecordBatch]]

MARK = b"\xef\xbb\xbf"  # UTF-8's, of the order of bytes

T = TypeVar("T")
Held = TypeVar("Held", covariant=True)

ENTRY = ("bucket", "key")  # int64 both: what `buckets` takes, and what it hands on of each entry besides:
CARRIED, SIZE = "carried", "size"  # whether the entry is there for its neighbours only; how many entries its bucket has, int64
ASKED, HELD = 1 << 20, 1 << 19  # rows that `cross` brings together at once, if there are so many
PAIR = ("left", "right")  # int64 both: keys
COMPONENT = ("node", "component")  # int64 both: a key, and the least of the keys that are tied to it
PART = ("path", "file", "line", "data")  # string, int64, int64 and binary: what `read` hands to its step


def every(name: str) -> bool:
    """Return that a file holds rows, whatever its name."""
    return True


def objects(path: str, head: bytes) -> bool:
    """Return whether a file that begins so is one of JSON objects, a line each, by its name and by its first character."""
    return path.lower().endswith((".jsonl", ".ndjson", ".jl")) and head.removeprefix(MARK).lstrip().startswith(b"{")


class Layout(NamedTuple):
    """Which files hold rows, those of folders by their `name`, and which may be read by their lines, told how they begin."""

    holds: Callable[[str], bool] = every
    lined: Callable[[str, bytes], bool] = objects


LAYOUT = Layout()


class Shared(Protocol, Generic[Held]):
    """A value that is sent once to wherever steps run."""

    @property
    def value(self) -> Held:
        """The value."""


class Tables(Protocol):
    """Tables are opaque and may be made anew whenever they are asked for, unless they are kept.

    A step is a function of record batches that takes an empty one, too: what it returns of that tells the columns. Columns
    are strings, bool, int32, int64, float32, float64, and lists of these. No verb promises an order of rows but inside a batch.
    """

    def pick(self, by_node: T, by_key: T) -> T:
        """Return the one of two ways to go that suits: over arrays by node, or over tables by key."""

    def owns(self, value: object) -> bool:
        """Whether a value is a table of this engine."""

    def read(self, paths: Iterable[str], step: "Reading", layout: Layout = LAYOUT) -> Any:
        """Return the rows that a step makes of files; it sees PART: whole files (line 0), or lines of large ones, numbered.

        `file` is the place of the file among all of them, sorted within a folder and otherwise as they are named.
        """

    def table(self, rows: "pa.Table") -> Any:
        """Return rows that are here as a table."""

    def map(self, rows: Any, step: "Step") -> Any:
        """Return what a step makes of the rows, any number of them, each row treated alone."""

    def select(self, rows: Any, columns: list[str]) -> Any:
        """Return some columns."""

    def group(self, rows: Any, by: list[str], order: list[str], step: "Step") -> Any:
        """Return what a step makes of the rows; those with equal `by` are in one batch, sorted by `by` and then by `order`."""

    def buckets(self, entries: Any, step: "Step") -> Any:
        """Return what a step makes of entries, sorted by bucket and then by key, those of one bucket in one batch.

        A bucket of very many comes in pieces; all but the first begin with two entries CARRIED: its first and the last before.
        """

    def meet(self, pairs: Any, rows: Any, step: "Callable[[pa.RecordBatch, pa.RecordBatch], pa.RecordBatch]") -> Any:
        """Return what a step makes of parts of the pairs and the rows of both sides of these, each once and sorted by `key`."""

    def cross(self, asked: Any, held: Any, step: "Callable[[pa.RecordBatch, pa.RecordBatch], pa.RecordBatch]") -> Any:
        """Return what a step makes of each part of `asked` with each part of `held`, these sorted by `key`."""

    def join(self, left: Any, right: Any, on: list[str], how: str = "inner") -> Any:
        """Return rows of `left` with the columns of those of `right` that are equal in `on`.

        how  inner; left: also those without, with nulls; semi: those that have one, as they are; anti: those that have none
        """

    def union(self, *tables: Any) -> Any:
        """Return the rows of all, which have the same columns."""

    def distinct(self, rows: Any) -> Any:
        """Return each row once."""

    def fold(self, rows: Any, empty: "Callable[[], Array]", step: "Callable[[Array, pa.RecordBatch], None]") -> "Array":
        """Return the sum, int64, of arrays of one shape that start `empty` and that a step adds batches to."""

    def components(self, pairs: Any) -> Any:
        """Return COMPONENT of each node that stands in a pair."""

    def count(self, rows: Any) -> int:
        """Return how many rows there are."""

    def collect(self, rows: Any, most: int = 0) -> "pa.Table":
        """Return all rows. Raise DedupeError if they are more than `most`, where this is given."""

    def keep(self, name: str, rows: Any) -> Any:
        """Return the rows made once and for all, so that whatever is lost later, they are not."""

    def vacant(self, folder: str) -> bool:
        """Whether there is nothing at the path or URL of a folder."""

    def write(self, rows: Any, folder: str, style: str) -> None:
        """Write rows into a new folder, as `parquet` or `jsonl`. Raise DedupeError if there is one."""

    def share(self, value: T) -> Shared[T]:
        """Send a value to wherever steps run."""
