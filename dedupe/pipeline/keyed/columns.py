"""Record batches from arrays by name and back: what the steps of the line over tables speak."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]


def batch_of(**columns: "Array | pa.Array") -> "pa.RecordBatch":
    """Return arrays of one length as a record batch; those of two columns as two, `_left` and `_right`."""
    import pyarrow as pa

    told: dict[str, pa.Array] = {}
    for name, column in columns.items():
        if getattr(column, "ndim", 1) == 2:
            told |= {f"{name}_{side}": _signed(column[:, at]) for at, side in enumerate(("left", "right"))}
        else:
            told[name] = _signed(column)
    return pa.RecordBatch.from_arrays(list(told.values()), names=list(told))


def _signed(column: Any) -> "pa.Array":
    import numpy as np
    import pyarrow as pa

    if isinstance(column, pa.Array):
        return column
    if column.dtype == np.uint64:
        column = column.view(np.int64)
    return pa.array(column.astype(np.int32) if column.dtype in (np.int8, np.int16) else column)


def array(batch: "pa.RecordBatch", name: str) -> "Array":
    """Return a column of numbers, or of truths, without nulls."""
    return batch.column(name).to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]


def put(batch: "pa.RecordBatch", columns: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return a batch with these columns in place of those of the same names, or behind the others."""
    for name in columns.schema.names:
        at = batch.schema.get_field_index(name)
        column = columns.column(name)
        batch = batch.append_column(name, column) if at < 0 else batch.set_column(at, name, column)
    return batch


def where(batch: "pa.RecordBatch", mask: "Array") -> "pa.RecordBatch":
    """Return the rows that a mask, bool[n], chooses."""
    import pyarrow as pa

    return batch.filter(pa.array(mask))


def named(batch: "pa.RecordBatch", names: dict[str, str]) -> "pa.RecordBatch":
    """Return the columns that are keys of `names`, named by its values."""
    return batch.select(list(names)).rename_columns(list(names.values()))


def both(batch: "pa.RecordBatch", left: str = "left", right: str = "right") -> "Array":
    """Return two columns of numbers side by side, of shape [n, 2]."""
    import numpy as np

    return np.stack((array(batch, left), array(batch, right)), axis=1)


def among(batch: "pa.RecordBatch", name: str, values: "Array") -> "pa.RecordBatch":
    """Return the rows that have one of these values in a column."""
    import numpy as np

    return where(batch, np.isin(array(batch, name), values))


def totals(batch: "pa.RecordBatch", by: list[str], counts: str) -> "pa.RecordBatch":
    """Return what rows, sorted by some columns, have in these, each once, and the sum of their counts."""
    import numpy as np

    at, told = firsts(*(array(batch, name) for name in by)), array(batch, counts)
    sums = np.add.reduceat(told, at) if len(at) else told
    return put(batch.take(at).select(by), batch_of(**{counts: sums}))


def sizes(at: "Array", size: int) -> "Array":
    """Return how many rows each run has that begins at these places, int64[k], of `size` rows in all."""
    import numpy as np

    return np.diff(np.append(at, size))


def firsts(*columns: "Array") -> "Array":
    """Return the places, int64[k], at which a run of equal rows begins in some columns that are sorted."""
    import numpy as np

    if not len(columns[0]):
        return np.empty(0, np.int64)
    new = np.zeros(len(columns[0]), bool)
    new[0] = True
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(new)


def spans(*columns: "Array") -> "list[tuple[int, int]]":
    """Return where each run of equal rows begins and ends in some columns that are sorted."""
    at = firsts(*columns).tolist()
    return list(zip(at, [*at[1:], len(columns[0])], strict=True)) if at else []


def batch_from(table: "pa.Table") -> "pa.RecordBatch":
    """Return a table as one record batch."""
    import pyarrow as pa

    whole = table.combine_chunks()
    columns = [column.chunk(0) if column.num_chunks else pa.array([], column.type) for column in whole.columns]
    return pa.RecordBatch.from_arrays(columns, names=whole.schema.names)
