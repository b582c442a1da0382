"""Files as rows: whole ones, each in a row."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.engines.spark.bounds import Bounds
from dedupe.engines.spark.listing import File, listed, pattern
from dedupe.engines.spark.steps import no_rows, streamed
from dedupe.engines.tables import PART
from dedupe.errors import ReadError

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.engines.spark.steps import Batches

    Reading = Callable[[pa.RecordBatch], Iterator[pa.RecordBatch]]

WHOLE = (1 << 31) - 1  # bytes of a file that Spark takes in one row

Places = dict[str, list[tuple[str, int]]]  # by how Spark says a file: how it is told, and its place, as often as it was named


def read(session: Any, paths: list[str], step: "Reading", bounds: Bounds) -> Any:
    """Return the rows that a step makes of the files at paths; it sees PART."""
    files = listed(session, paths, bounds.named)
    return _whole(session, files, step)


def _whole(session: Any, files: list[File], step: "Reading") -> Any:
    """Return the rows that a step makes of whole files."""
    for file in files:
        if file.size > WHOLE:
            raise ReadError(f"{file.path}: is over 2 GB; Spark takes that much only of JSON Lines, uncompressed")
    places = _places(files)
    frame = session.read.format("binaryFile").option("recursiveFileLookup", "true")
    contents = frame.load([pattern(url) for url in places]).select("path", "content")
    return streamed(contents, partial(_parts, places=places, step=step), columns(step))


def columns(step: "Reading") -> "pa.Schema":
    """Return the columns of what a step makes of PART."""
    return next(step(no_rows(part_schema()))).schema


def part_schema() -> "pa.Schema":
    """Return the columns of PART."""
    import pyarrow as pa

    return pa.schema(list(zip(PART, (pa.string(), pa.int64(), pa.int64(), pa.binary()), strict=True)))


def _places(files: list[File]) -> Places:
    places: Places = {}
    for file in files:
        places.setdefault(file.url, []).append((file.path, file.number))
    return places


def _parts(batches: "Batches", places: Places, step: "Reading") -> "Batches":
    """Yield what a step makes of files, one at a time."""
    import pyarrow as pa

    for batch in batches:
        for row, url in enumerate(batch.column("path").to_pylist()):
            for path, number in places[url]:
                columns = [pa.array([path]), pa.array([number], pa.int64()), pa.array([0], pa.int64())]
                data = batch.column("content").slice(row, 1)
                yield from step(pa.RecordBatch.from_arrays([*columns, data], schema=part_schema()))
