"""Rows of one group in one batch, many groups in each, as they stream by in their order."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dedupe.engines.spark.steps import empty, streamed

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.spark.steps import Batches, Step

ROWS, BYTES = 1 << 15, 16 << 20  # of whole groups, at which a step is called


def grouped(frame: Any, by: list[str], order: list[str], step: "Step") -> Any:
    """Return what a step makes of the rows; those with equal `by` are in one batch, sorted by `by` and then by `order`."""
    return streamed(sorted_by(frame, by, order), partial(stepped, by=by, step=step), step(empty(frame)).schema)


def sorted_by(frame: Any, by: list[str], order: list[str]) -> Any:
    """Return the rows with those of equal `by` in one part, each part sorted by `by` and then by `order`."""
    return frame.repartition(*by).sortWithinPartitions(*by, *order)


def stepped(batches: "Batches", by: list[str], step: "Step") -> "Batches":
    """Yield what a step makes of some whole groups at a time."""
    return map(step, whole_groups(batches, by))


def whole_groups(batches: "Batches", by: list[str]) -> "Batches":
    """Yield the rows of sorted batches again in batches none of which ends within a group."""
    import pyarrow as pa

    whole: list[pa.RecordBatch] = []
    begun: list[pa.RecordBatch] = []  # the group that the last batch ended in
    for batch in batches:
        if not batch.num_rows:
            continue
        cut = _last_start(begun[-1] if begun else None, batch, by)
        if cut is None:
            begun.append(batch)
            continue
        whole += [*begun, batch.slice(0, cut)]
        begun = [batch.slice(cut)]
        if sum(map(len, whole)) >= ROWS or sum(part.nbytes for part in whole) >= BYTES:
            yield pa.concat_batches(whole)
            whole = []
    if whole or begun:
        yield pa.concat_batches([*whole, *begun])


def _last_start(before: "pa.RecordBatch | None", batch: "pa.RecordBatch", by: list[str]) -> int | None:
    """Return where the last group of a batch starts; None where all its rows are of the group before."""
    import numpy as np

    places = np.flatnonzero(starts(batch, by))
    if len(places) > 1 or before is None:
        return int(places[-1])
    return 0 if _values(before, len(before) - 1, by) != _values(batch, 0, by) else None


def starts(batch: "pa.RecordBatch", by: list[str]) -> "np.ndarray[Any, Any]":
    """Return whether a group starts at each row of a sorted batch, bool[n]; one does at the first."""
    import numpy as np
    import pyarrow.compute as pc

    found = np.ones(len(batch), np.bool_)
    found[1:] = False
    for name in by:
        later, earlier = batch.column(name).slice(1), batch.column(name).slice(0, max(0, len(batch) - 1))
        differs = pc.fill_null(pc.not_equal(later, earlier), False)
        if batch.column(name).null_count:
            differs = pc.or_(differs, pc.xor(pc.is_null(later), pc.is_null(earlier)))
        found[1:] |= differs.to_numpy(zero_copy_only=False)
    return found


def _values(batch: "pa.RecordBatch", row: int, by: list[str]) -> list[Any]:
    return [batch.column(name)[row].as_py() for name in by]


def cut_at(batch: "pa.RecordBatch", places: "np.ndarray[Any, Any]") -> "Iterator[pa.RecordBatch]":
    """Yield the rows of a batch up to each place, and those behind the last."""
    bounds = [0, *places.tolist(), len(batch)]
    for first, last in pairwise(bounds):
        if last > first:
            yield batch.slice(first, last - first)
