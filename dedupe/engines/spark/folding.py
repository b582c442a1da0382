"""Sums of arrays that every task adds to, block by block, so that no machine but the last holds more than two of them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.engines.spark.grouped import cut_at, grouped, starts
from dedupe.engines.spark.steps import streamed

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.spark.steps import Batches

    Array = np.ndarray[Any, Any]

BLOCK = 1 << 13  # numbers of an array in one row
PLACE, DATA = "place", "data"


def folded(frame: Any, empty: "Callable[[], Array]", step: "Callable[[Array, pa.RecordBatch], None]") -> "Array":
    """Return the sum, int64, of the arrays that a step adds batches to."""
    import numpy as np

    blocks = streamed(frame, partial(_blocks, empty=empty, step=step), _schema())
    found = grouped(blocks, [PLACE], [], _summed).toArrow()
    total = empty().astype(np.int64)
    flat = total.reshape(-1)
    for place, data in zip(found.column(PLACE).to_pylist(), found.column(DATA), strict=True):
        own = np.frombuffer(data.as_buffer(), np.int64)
        flat[place * BLOCK : place * BLOCK + len(own)] += own
    return total


def _schema() -> "pa.Schema":
    import pyarrow as pa

    return pa.schema([(PLACE, pa.int32()), (DATA, pa.binary())])


def _blocks(batches: "Batches", empty: "Callable[[], Array]", step: "Callable[[Array, pa.RecordBatch], None]") -> "Batches":
    """Yield the blocks, each as bytes, of the array that all batches of a part were added to; none that is all zeros."""
    import numpy as np

    total = empty()
    for batch in batches:
        if batch.num_rows:
            step(total, batch)
    flat = total.reshape(-1)
    for first in range(0, len(flat), BLOCK << 6):
        some = flat[first : first + (BLOCK << 6)].astype(np.int64)
        parts = [(first // BLOCK + i, some[i * BLOCK : (i + 1) * BLOCK]) for i in range(-(-len(some) // BLOCK))]
        yield _batch([(place, part) for place, part in parts if part.any()])


def _batch(blocks: "list[tuple[int, Array]]") -> "pa.RecordBatch":
    import pyarrow as pa

    places, data = [place for place, _ in blocks], [part.tobytes() for _, part in blocks]
    return pa.RecordBatch.from_arrays([pa.array(places, pa.int32()), pa.array(data, pa.binary())], schema=_schema())


def _summed(blocks: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return one block for each place, the sum of its blocks."""
    import numpy as np

    sums = []
    for part in cut_at(blocks, np.flatnonzero(starts(blocks, [PLACE]))) if blocks.num_rows else ():
        own = [np.frombuffer(data.as_buffer(), np.int64) for data in part.column(DATA)]
        sums.append((part.column(PLACE)[0].as_py(), np.sum(own, axis=0)))
    return _batch(sums)
