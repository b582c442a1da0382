"""The engine: each verb of `Tables`, said in those of Spark."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from dedupe.engines.spark.bounds import Bounds
from dedupe.engines.spark.buckets import bucketed
from dedupe.engines.spark.components import components, stars
from dedupe.engines.spark.failing import plainly
from dedupe.engines.spark.folders import Files
from dedupe.engines.spark.folding import folded
from dedupe.engines.spark.grouped import grouped
from dedupe.engines.spark.keeping import Keeping, write
from dedupe.engines.spark.meeting import crossed, met
from dedupe.engines.spark.reading import read
from dedupe.engines.spark.session import fitted, parallelism, session, shuffled
from dedupe.engines.spark.steps import mapped
from dedupe.engines.tables import LAYOUT, PAIR, Layout
from dedupe.errors import DedupeError

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.tables import Reading, Shared

    Array = np.ndarray[Any, Any]
    Step = Callable[[pa.RecordBatch], pa.RecordBatch]

T = TypeVar("T")

_JOINS = {"inner": "inner", "left": "left_outer", "semi": "left_semi", "anti": "left_anti"}


class Spark:
    """An engine of `Tables` whose tables are Spark data frames.

    session  where they are; the one that is active, or else a new one, unless given
    master   where a new one runs
    conf     what a new one is set to
    folder   where rows are kept, a path or URL that all machines see; a temporary one unless given
    bounds   how much a task is given at a time
    """

    def __init__(
        self,
        session: Any = None,
        *,
        master: str | None = None,
        conf: Mapping[str, str] | None = None,
        folder: str | None = None,
        bounds: Bounds | None = None,
    ) -> None:
        found, self._is_own = _session(session, master, conf)
        self.session, self.bounds = fitted(found), bounds or Bounds()
        self._keeping, self._shared = Keeping(found, folder), list[Any]()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Remove what is temporary and what was shared, and stop the session if it was made here."""
        for sent in self._shared:
            sent.destroy()
        self._shared.clear()
        self._keeping.close()
        if self._is_own:
            self.session.stop()

    def pick(self, by_node: T, by_key: T) -> T:
        """Return the one of two ways to go that suits: over tables by key."""
        return by_key

    def owns(self, value: object) -> bool:
        """Whether a value is a data frame of Spark."""
        from pyspark.sql import DataFrame

        return isinstance(value, DataFrame)

    def read(self, paths: Iterable[str], step: "Reading", layout: Layout = LAYOUT) -> Any:
        """Return the rows that a step makes of files; it sees PART."""
        return read(self.session, list(paths), step, layout, self.bounds.split)

    def table(self, rows: "pa.Table") -> Any:
        """Return rows that are here as a frame."""
        return self.session.createDataFrame(rows)

    def map(self, rows: Any, step: "Step") -> Any:
        """Return what a step makes of the rows."""
        return mapped(rows, step)

    def select(self, rows: Any, columns: list[str]) -> Any:
        """Return some columns."""
        return rows.select(*columns)

    def group(self, rows: Any, by: list[str], order: list[str], step: "Step") -> Any:
        """Return what a step makes of whole groups, in the order asked for."""
        return grouped(rows, by, order, step)

    def buckets(self, entries: Any, step: "Step") -> Any:
        """Return what a step makes of whole buckets, or of pieces of large ones."""
        with plainly():
            return bucketed(entries, step, self.bounds.most)

    def meet(self, pairs: Any, rows: Any, step: "Callable[[pa.RecordBatch, pa.RecordBatch], pa.RecordBatch]") -> Any:
        """Return what a step makes of parts of the pairs and the rows of both sides of these."""
        with plainly():
            return met(pairs, rows, step, self.bounds.pairs, parallelism(self.session))

    def cross(self, asked: Any, held: Any, step: "Callable[[pa.RecordBatch, pa.RecordBatch], pa.RecordBatch]") -> Any:
        """Return what a step makes of each part of `asked` with each part of `held`."""
        some = max(parallelism(self.session), -(-self.count(asked) // self.bounds.asked))
        others = max(1, -(-self.count(held) // self.bounds.held))
        return crossed(asked, held, step, (some, others))

    def join(self, left: Any, right: Any, on: list[str], how: str = "inner") -> Any:
        """Return rows of `left` with the columns of those of `right` that are equal in `on`."""
        more = [] if how in ("semi", "anti") else [name for name in right.columns if name not in on]
        return left.join(right, on=on, how=_JOINS[how]).select(*left.columns, *more)

    def union(self, *tables: Any) -> Any:
        """Return the rows of all."""
        first, *others = tables
        for other in others:
            first = first.unionByName(other)
        return first

    def distinct(self, rows: Any) -> Any:
        """Return each row once."""
        return rows.distinct()

    def fold(self, rows: Any, empty: "Callable[[], Array]", step: "Callable[[Array, pa.RecordBatch], None]") -> "Array":
        """Return the sum, int64, of the arrays that a step adds batches to."""
        with plainly():
            return folded(rows, empty, step)

    def components(self, pairs: Any) -> Any:
        """Return COMPONENT of each node that stands in a pair."""
        ties = self.select(pairs, list(PAIR))
        if self.count(ties) > self.bounds.edges:
            return stars(ties, self.keep)
        return self.table(components(self.collect(ties)))

    def count(self, rows: Any) -> int:
        """Return how many rows there are."""
        with plainly():
            return int(rows.count())

    def collect(self, rows: Any, most: int = 0) -> "pa.Table":
        """Return all rows. Raise DedupeError if they are more than `most`, where this is given."""
        if most and (count := self.count(rows)) > most:
            raise DedupeError(f"{count} rows are more than the {most} that one machine is given")
        with plainly():
            table: pa.Table = rows.toArrow()
        return table

    def vacant(self, folder: str) -> bool:
        """Whether there is nothing at the path or URL of a folder."""
        return not Files(self.session).exists(folder)

    def keep(self, name: str, rows: Any) -> Any:
        """Return the rows as they are written to the folder, or were by a run before."""
        with plainly():
            return self._keeping.keep(name, rows)

    def write(self, rows: Any, folder: str, style: str = "parquet") -> None:
        """Write rows into a new folder, as Parquet or as JSON Lines. Raise DedupeError if there is one."""
        with plainly():
            write(self.session, rows, folder, style)

    def shuffled(self) -> int:
        """Return how many bytes the stages of the session wrote for others to read, as far as it remembers them."""
        return shuffled(self.session)

    def claim(self, mark: str) -> None:
        """Note what the rows that are kept depend on. Raise DedupeError where the folder holds those of another run."""
        self._keeping.claim(mark)

    def share(self, value: T) -> "Shared[T]":
        """Send a value to wherever steps run."""
        sent: Shared[T] = self.session.sparkContext.broadcast(value)
        self._shared.append(sent)
        return sent


def _session(given: Any, master: str | None, conf: Mapping[str, str] | None) -> tuple[Any, bool]:
    return (given, False) if given is not None else session(master, conf)
