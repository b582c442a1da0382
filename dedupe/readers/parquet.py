"""Parquet: a record a row, counted from 1; only the columns that a story needs are read."""

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any

from dedupe.errors import ReadError
from dedupe.model import Origin, Skip
from dedupe.readers.fields import Fields
from dedupe.readers.record import Item, check
from dedupe.readers.source import Source

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 1024  # rows


def items(source: Source, fields: Fields) -> Iterator[Item | Skip]:
    """Yield the record of each row, and a Skip where the file breaks. Raise ReadError where no column holds the text."""
    import pyarrow as pa

    try:
        file = _opened(source)
    except (pa.ArrowException, OSError) as error:
        raise ReadError(f"{source.path}: is not Parquet, or damaged: {_reason(error)}") from None
    row = 0
    try:
        for record in _records(file, source.path, fields):
            row += 1
            yield record
    except (pa.ArrowException, OSError) as error:
        if not row:
            raise ReadError(f"{source.path}: cannot be read: {_reason(error)}") from None
        yield Skip(Origin(source.path, row + 1, row + 1), f"cannot be read: {_reason(error)}; the rest of the file is lost")


def _opened(source: Source) -> Any:
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    return ParquetFile(source.path if source.is_plain else pa.BufferReader(source.stream.read()))


def _records(file: Any, path: str, fields: Fields) -> Iterator[Item]:
    names: list[str] = file.schema_arrow.names
    needed = {name for part in check(names, path, fields) for name in part}
    rows = count(1)
    for batch in file.iter_batches(BATCH, columns=[name for name in names if name in needed]):
        for record in records(batch):
            row = next(rows)
            yield record, row, row


def records(batch: "pa.RecordBatch") -> Iterator[dict[str, object]]:
    """Yield the record of each row."""
    for values in zip(*map(_values, batch.columns), strict=True):
        yield dict(zip(batch.schema.names, values, strict=True))


def _values(column: "pa.Array") -> list[Any]:
    """Return a column's values; a date that Python cannot hold is none, and text that is not UTF-8 stays bytes."""
    import pyarrow as pa

    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.timestamp("us", "UTC"), safe=False)
    try:
        values: list[Any] = column.to_pylist()
    except UnicodeDecodeError:
        values = column.cast(pa.binary()).to_pylist()
    except (ValueError, OverflowError):
        values = [None] * len(column)
    return values


def _reason(error: Exception) -> str:
    return str(error).partition("\n")[0].rstrip(". ")
