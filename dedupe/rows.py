"""Stories and Arrow rows: the names of the columns, the key of a story, and the way there and back."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING

from dedupe.model import Origin, Skip, Story

if TYPE_CHECKING:
    import pyarrow as pa

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


def batches(records: Iterable[Story | Skip], size: int, skip: Callable[[Skip], None]) -> "Iterator[pa.RecordBatch]":
    """Yield rows of `size` stories; each Skip is handed to `skip`."""
    import pyarrow as pa

    stories = _stories(records, skip)
    while chunk := list(islice(stories, size)):
        yield pa.RecordBatch.from_arrays(list(_columns(chunk)), schema=schema())


def _stories(records: Iterable[Story | Skip], skip: Callable[[Skip], None]) -> Iterator[Story]:
    for record in records:
        if isinstance(record, Story):
            yield record
        else:
            skip(record)


def _columns(chunk: list[Story]) -> "Iterator[pa.Array]":
    """Yield the columns of stories, in the order of the schema."""
    import pyarrow as pa

    made = {
        "key": [key(story.id) for story in chunk],
        "published": [seconds(story.published) for story in chunk],
        **{name: [getattr(story.origin, name) for story in chunk] for name in ("path", "line", "last_line")},
    }
    for field in schema():
        column = made[field.name] if field.name in made else [getattr(story, field.name) for story in chunk]
        try:
            yield pa.array(column, field.type)
        except UnicodeEncodeError:
            yield pa.array([_encodable(value) for value in column], field.type)


def _encodable(value: object) -> object:
    """Return texts with halves of surrogate pairs joined, or replaced where one is missing."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [_encodable(text) for text in value] if isinstance(value, tuple) else value


def seconds(moment: datetime | None) -> int:
    """Return seconds since 1970, UTC; UNDATED for no date. A date without a zone is taken as UTC."""
    if moment is None:
        return UNDATED
    whole = moment.replace(microsecond=0, tzinfo=moment.tzinfo or UTC)
    return min(max(int(whole.timestamp()), FIRST), LAST)


def stories(batch: "pa.RecordBatch") -> list[Story]:
    """Return the rows as stories again."""
    return [_story(row) for row in batch.select(schema().names).to_pylist()]


def _story(row: dict[str, object]) -> Story:
    when = row.pop("published")
    origin = Origin(str(row.pop("path")), int(str(row.pop("line"))), int(str(row.pop("last_line"))))
    row.pop("key")
    published = None if when == UNDATED else datetime.fromtimestamp(int(str(when)), UTC)
    return Story(**{**row, "summary": tuple(row["summary"])}, published=published, origin=origin)  # type: ignore[arg-type]
