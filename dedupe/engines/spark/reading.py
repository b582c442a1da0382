"""Files as rows: whole ones, each in a row, and the lines of large ones."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.engines.spark.folders import Files
from dedupe.engines.spark.lines import lines
from dedupe.engines.spark.listing import File, Places, listed, pattern, places
from dedupe.engines.spark.steps import no_rows, streamed
from dedupe.engines.tables import PART, Layout
from dedupe.errors import ReadError

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.engines.spark.steps import Batches

    Reading = Callable[[pa.RecordBatch], Iterator[pa.RecordBatch]]

WHOLE = (1 << 31) - 1  # bytes of a file that Spark takes in one row


def read(session: Any, paths: list[str], step: "Reading", layout: Layout, split: int) -> Any:
    """Return the rows that a step makes of the files at paths; it sees PART, and lines only of files over `split` bytes."""
    head, made = Files(session).head, columns(step)
    large, whole = list[File](), list[File]()
    for file in listed(session, paths, layout.holds):
        is_large = file.size > split and layout.lined(file.path, head(file.url))
        (large if is_large else whole).append(file)
    frames = [lines(session, large, step, (part_schema(), made))] if large else []
    frames += [_whole(session, whole, step, made)] if whole or not large else []
    return frames[0].unionByName(frames[1]) if len(frames) > 1 else frames[0]


def _whole(session: Any, files: list[File], step: "Reading", made: "pa.Schema") -> Any:
    """Return the rows that a step makes of whole files."""
    for file in files:
        if file.size > WHOLE:
            raise ReadError(f"{file.path}: is over 2 GB; Spark takes that much only of JSON Lines, uncompressed")
    if not files:
        return session.createDataFrame(made.empty_table())
    where = places(files)
    frame = session.read.format("binaryFile").option("recursiveFileLookup", "true")
    contents = frame.load([pattern(url) for url in where]).select("path", "content")
    return streamed(contents, partial(_parts, where=where, step=step), made)


def columns(step: "Reading") -> "pa.Schema":
    """Return the columns of what a step makes of PART."""
    return next(step(no_rows(part_schema()))).schema


def part_schema() -> "pa.Schema":
    """Return the columns of PART."""
    import pyarrow as pa

    return pa.schema(list(zip(PART, (pa.string(), pa.int64(), pa.int64(), pa.binary()), strict=True)))


def _parts(batches: "Batches", where: Places, step: "Reading") -> "Batches":
    """Yield what a step makes of files, some at a time."""
    import pyarrow as pa

    schema = part_schema()
    for batch in batches:
        urls = batch.column("path").to_pylist()
        told = [(row, path, number) for row, url in enumerate(urls) for path, number in where[url]]
        rows, paths, numbers = zip(*told, strict=True) if told else ((), (), ())
        columns = [pa.array(some, kind) for some, kind in zip((paths, numbers, [0] * len(told)), schema.types, strict=False)]
        data = batch.column("content") if len(told) == len(urls) else batch.column("content").take(pa.array(rows, pa.int64()))
        yield from step(pa.RecordBatch.from_arrays([*columns, data], schema=schema))
