"""Stories into tables: what readers and `rows` do in one process, on as many machines as the engine has.

A row that was read tells besides AT which place it stands, its `file` and which record of that it is; where it could not be
read, its `reason` says why, and but for where it stands it is empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, count, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe import rows
from dedupe.engines.tables import PART, Layout
from dedupe.errors import ReadError
from dedupe.model import Origin, Skip, Story
from dedupe.pipeline.keyed.apart import AT, named_apart, of_many
from dedupe.readers import Fields, in_lines, of_bytes, of_frame, of_lines
from dedupe.readers.folders import is_dump
from dedupe.rows import SIZE, Chunk, chunked, key
from dedupe.rows.chunk import OF_STORY

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.engines.tables import Tables

SKIPPED = ["path", "line", "last_line", "reason", *AT]  # columns of what could not be read


class Read(NamedTuple):
    """Tables of the stories, with the columns of `rows`, and of what was SKIPPED; so many stories had an id that was taken."""

    stories: Any
    skips: Any
    repeated: int


def read(tables: "Tables", paths: Iterable[str], fields: Fields = Fields()) -> Read:  # noqa: B008  frozen
    """Return the stories of files and of those in folders."""
    every = tables.keep(
        "read", tables.read(paths, partial(parts_read, fields=fields), Layout(is_dump, partial(in_lines, fields=fields)))
    )
    return _apart(tables, tables.map(every, _stories), every)


def from_records(tables: "Tables", records: Any, fields: Fields = Fields()) -> Read:  # noqa: B008  frozen
    """Return the stories of a table with columns of any names; which of two with one id keeps it is told by what they tell."""
    every = tables.keep("read", tables.map(records, partial(frame_read, fields=fields)))
    return _apart(tables, _told_apart(tables, tables.map(every, _stories)), every)


def from_stories(tables: "Tables", records: Iterable[Story | Skip]) -> Read:
    """Return stories that are here; a Skip among them is kept."""
    import pyarrow as pa

    repeated: list[str] = []
    skips: list[Skip] = []
    made = list(rows.batches(rows.named_apart(chunked(records), repeated), skips.append))
    lost = _told(Chunk(skips=[(0, skip) for skip in skips]), 0, count(1)).batch().select(SKIPPED)
    table, other = pa.Table.from_batches(made, rows.schema()), pa.Table.from_batches([lost])
    return Read(tables.table(table), tables.table(other), len(repeated))


def read_any(tables: "Tables", inputs: Any, fields: Fields, *, strict: bool = False) -> Read:
    """Return what is read of paths, of stories, or of a table; where it is strict, raise ReadError for the first Skip."""
    if tables.owns(inputs):
        told = from_records(tables, inputs, fields)
    else:
        given = iter(inputs)
        first = list(islice(given, 1))
        is_here = bool(first) and isinstance(first[0], Story | Skip)
        told = (
            from_stories(tables, chain(first, given))
            if is_here or not first
            else read(tables, map(str, chain(first, given)), fields)
        )
    for skip in skips_of(tables.collect(told.skips))[:1] if strict else ():
        raise ReadError(f"{skip.origin}: {skip.reason}")
    return told


def skips_of(skips: "pa.Table") -> tuple[Skip, ...]:
    """Return what was SKIPPED, in the order in which it was read."""
    told = skips.sort_by([(name, "ascending") for name in AT]).to_pylist()
    return tuple(Skip(Origin(row["path"], row["line"], row["last_line"]), row["reason"]) for row in told)


def parts_read(batch: "pa.RecordBatch", fields: Fields) -> "Iterator[pa.RecordBatch]":
    """Yield the rows of files, or of some lines of files, in batches of a few thousand; a batch at the least."""
    held, given = _Told(), 0
    for told in _parts_told(batch, fields):
        held.extend(told)
        if len(held.chunk) >= SIZE:
            yield held.batch()
            held, given = _Told(), given + 1
    if len(held.chunk) or not given:
        yield held.batch()


def frame_read(batch: "pa.RecordBatch", fields: Fields) -> "pa.RecordBatch":
    """Return the rows of records in columns of any names; `nth` is the digest of what one tells, `file` is 0."""
    told = _told(of_frame(batch, fields), 0, count(1))
    columns = (getattr(told.chunk, name) for name in OF_STORY)
    told.nth = [key(repr(record)) for record in zip(*columns, told.reason, strict=True)]
    return told.batch()


@dataclass(slots=True)
class _Told:
    """What was read, each Skip as a story that tells nothing; and of each where it was and, of a Skip, why."""

    chunk: Chunk = field(default_factory=Chunk)
    file: list[int] = field(default_factory=list)
    nth: list[int] = field(default_factory=list)
    reason: list[str | None] = field(default_factory=list)

    def extend(self, other: "_Told") -> None:
        self.chunk.extend(other.chunk)
        self.file += other.file
        self.nth += other.nth
        self.reason += other.reason

    def batch(self) -> "pa.RecordBatch":
        import pyarrow as pa

        batch = rows.rows(self.chunk)
        for name, column in zip(AT, (self.file, self.nth), strict=True):
            batch = batch.append_column(name, pa.array(column, pa.int64()))
        return batch.append_column("reason", pa.array(self.reason, pa.string()))


def _told(chunk: Chunk, file: int, numbers: Iterator[int] | None) -> _Told:
    """Return what a chunk of a file tells, numbered so, or by its lines."""
    flat, reasons = chunk, list[str | None]([None] * len(chunk))
    if chunk.skips:
        flat, reasons = Chunk(), []
        for record in chunk.records():
            flat.append(Story("", "", "", origin=record.origin) if isinstance(record, Skip) else record)
            reasons.append(record.reason if isinstance(record, Skip) else None)
    nth = flat.line if numbers is None else list(islice(numbers, len(flat)))
    return _Told(flat, [file] * len(flat), list(nth), reasons)


def _parts_told(batch: "pa.RecordBatch", fields: Fields) -> Iterator[_Told]:
    """Yield what each file, or each run of lines of a file, tells."""
    parts = zip(*((value.as_py() for value in batch.column(name)) for name in PART), strict=True)
    for (path, file, is_whole), some in groupby(parts, lambda part: (part[0], part[1], not part[2])):
        if is_whole:
            for *_, data in some:
                numbers = count(1)
                yield from (_told(chunk, file, numbers) for chunk in of_bytes(path, data, fields))
        else:
            lines = map(itemgetter(2, 3), some)
            yield from (_told(chunk, file, None) for chunk in of_lines(path, lines, fields))


def _apart(tables: "Tables", stories: Any, every: Any) -> Read:
    """Return stories with ids that differ, and what else there is among every row."""
    apart, repeated = named_apart(tables, stories)
    return Read(tables.select(apart, rows.schema().names), tables.map(every, _skips), repeated)


def _stories(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the rows that are stories."""
    return batch.filter(batch.column("reason").is_null()).drop_columns(["reason"])


def _skips(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return of the rows that are none what there is to tell."""
    return batch.filter(batch.column("reason").is_valid()).select(SKIPPED)


def _told_apart(tables: "Tables", stories: Any) -> Any:
    """Return stories that were not read from files with a place each: those that tell the same are counted by `file`."""
    same = tables.group(tables.select(stories, ["nth"]), ["nth"], [], partial(of_many, name="nth", columns=["nth"]))
    if not tables.count(same):
        return stories
    counted = tables.group(tables.join(stories, same, ["nth"], "semi"), ["nth"], [], _counted)
    return tables.union(tables.join(stories, same, ["nth"], "anti"), counted)


def _counted(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return stories, sorted by `nth`, with the number of each among those that have the same."""
    import numpy as np
    import pyarrow as pa

    nth = batch.column("nth").to_numpy()
    number = np.arange(len(nth)) - np.searchsorted(nth, nth)
    return batch.set_column(batch.schema.get_field_index("file"), "file", pa.array(number, pa.int64()))
