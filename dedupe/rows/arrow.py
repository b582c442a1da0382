"""Arrow rows of stories: the names of the columns, the key of a story, and the way there and back."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from dedupe.model import Origin, Skip, Story
from dedupe.rows.chunk import OF_ORIGIN, OF_STORY, SIZE, Chunk

if TYPE_CHECKING:
    import pyarrow as pa

DAY = 86_400  # seconds
UNDATED = 2**62  # seconds: a story without a date comes after all that have one
FIRST, LAST = -62135596800, 253402300799  # seconds: of the years 1 to 9999, UTC; a zone may lie beyond


def key(story_id: str) -> int:
    """Return the 64-bit key of a story's id, signed: the same on every machine and in every run."""
    return int.from_bytes(blake2b(story_id.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def schema() -> "pa.Schema":
    """Return the columns of a story as it was read."""
    import pyarrow as pa

    text, whole = pa.string(), pa.int64()
    columns = {
        "key": whole, "id": text, "title": text, "body": text, "summary": pa.list_(text), "source": text, "url": text,
        "published": whole, "truncated": pa.bool_(), "path": text, "line": whole, "last_line": whole,
    }  # fmt: skip
    return pa.schema(list(columns.items()))


def batches(chunks: Iterable[Chunk], skip: Callable[[Skip], None] | None = None, size: int = SIZE) -> "Iterator[pa.RecordBatch]":
    """Yield the rows of chunks, at least `size` stories at once but for the last; each Skip is handed to `skip`."""
    held = Chunk()
    for chunk in chunks:
        for _, told in chunk.skips:
            if skip:
                skip(told)
        if len(held):
            held.extend(chunk)
        else:
            held = chunk
        if len(held) >= size:
            yield rows(held)
            held = Chunk()
    if len(held):
        yield rows(held)


def rows(chunk: Chunk) -> "pa.RecordBatch":
    """Return the stories of a chunk as rows."""
    import pyarrow as pa

    made = {"key": list(map(key, chunk.id)), "published": list(map(seconds, chunk.published))}
    columns = (_column(made[each.name] if each.name in made else getattr(chunk, each.name), each.type) for each in schema())
    return pa.RecordBatch.from_arrays(list(columns), schema=schema())


def _column(values: list[Any], kind: "pa.DataType") -> "pa.Array":
    import pyarrow as pa

    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_encodable(value) for value in values], kind)


def _encodable(value: object) -> object:
    """Return texts with halves of surrogate pairs joined, or replaced where one is missing."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [_encodable(text) for text in value] if isinstance(value, tuple) else value


def seconds(moment: datetime | None) -> int:
    """Return seconds since 1970, UTC; UNDATED for no date. A date without a zone is taken as UTC."""
    if moment is None:
        return UNDATED
    if moment.microsecond or not moment.tzinfo:
        moment = moment.replace(microsecond=0, tzinfo=moment.tzinfo or UTC)
    return min(max(int(moment.timestamp()), FIRST), LAST)


def stories(batch: "pa.RecordBatch") -> list[Story]:
    """Return the rows as stories again."""
    told = {name: batch.column(name).to_pylist() for name in (*OF_STORY, *OF_ORIGIN)}
    told["summary"] = list(map(tuple, told["summary"]))
    told["published"] = [None if when == UNDATED else datetime.fromtimestamp(when, UTC) for when in told["published"]]
    origins = map(Origin, *(told.pop(name) for name in OF_ORIGIN))
    return list(map(Story, *told.values(), origins))
