"""Stories <-> Arrow rows: the names of the columns, the key of a story, and the way there and back."""

from dedupe.rows.arrow import DAY, UNDATED, batches, key, rows, schema, seconds, stories
from dedupe.rows.chunk import SIZE, Chunk, called, chunked, named_apart

__all__ = [
    "DAY",
    "SIZE",
    "UNDATED",
    "Chunk",
    "batches",
    "called",
    "chunked",
    "key",
    "named_apart",
    "rows",
    "schema",
    "seconds",
    "stories",
]
