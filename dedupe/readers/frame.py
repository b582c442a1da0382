"""Rows that somebody else read: a record a row, in columns of any names; only those that a story needs are looked at."""

from typing import TYPE_CHECKING

from dedupe.errors import ReadError
from dedupe.model import Origin, Skip
from dedupe.readers.fields import Fields
from dedupe.readers.parquet import records
from dedupe.readers.record import Records, check
from dedupe.readers.source import STDIN
from dedupe.readers.values import text_of
from dedupe.rows import Chunk

if TYPE_CHECKING:
    import pyarrow as pa

_FRAME = "the data frame"


def of_frame(batch: "pa.RecordBatch", fields: Fields = Fields()) -> Chunk:  # noqa: B008  frozen
    """Return the stories of rows, and a Skip for each that tells none or has no id: it stands nowhere that could name it.

    Raise ReadError where no column holds the id or the text, or one that the user named is missing.
    """
    names: list[str] = batch.schema.names
    held = check(names, _FRAME, fields)
    if not held.id:
        raise ReadError(f'{_FRAME} needs a column "id" that names its stories; found: {", ".join(names)}')
    needed = {name for part in held for name in part}
    told = records(batch.select([name for name in names if name in needed]))
    nameless = Skip(Origin(STDIN), f'has no "{held.id[0]}"; each row of a data frame needs one')
    items = [(record, 1, 1) if any(text_of(record[name], " ") for name in held.id) else nameless for record in told]
    return Records(STDIN, fields).chunk(items)
