"""The lines of large files as rows, each file read by many tasks at once.

Spark parts a file into blocks, and a line is in the block in which it begins. How many lines begin before a block is counted
first; the rows of a block come in the order of its lines.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from dedupe.engines.spark.folders import Files
from dedupe.engines.spark.grouped import cut_at, starts
from dedupe.engines.spark.listing import File, Places, pattern, places
from dedupe.engines.spark.session import parallelism
from dedupe.engines.spark.steps import streamed
from dedupe.engines.tables import MARK

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.engines.spark.steps import Batches

    Reading = Callable[[pa.RecordBatch], Iterator[pa.RecordBatch]]

BLOCK, DATA = ["url", "start"], "data"
PARTS = "spark.sql.files.minPartitionNum"

Firsts = dict[tuple[str, int], int]  # by a block's file and where it starts: the number of its first line
Told = tuple[Places, Firsts, dict[str, int]]  # and by files that end in no line end: the number of their last line


def lines(session: Any, files: list[File], step: "Reading", schemas: "tuple[pa.Schema, pa.Schema]") -> Any:
    """Return the rows that a step makes of the lines of files.

    schemas  the columns that it sees, and those of what it makes of them
    """
    from pyspark.sql import functions as f

    if session.conf.get(PARTS, None) is None:  # else blocks are as many as there are cores, which may become more
        session.conf.set(PARTS, str(parallelism(session)))
    where = places(files)
    texts = session.read.format("text").option("lineSep", "\n").option("recursiveFileLookup", "true")
    url, start = f.col("_metadata.file_path").alias("url"), f.col("_metadata.file_block_start").alias("start")
    rows = texts.load([pattern(path) for path in where]).select(url, start, f.col("value").cast("binary").alias(DATA))
    firsts, lasts = _bounds(rows.groupBy(*BLOCK).count().collect())
    ends = Files(session).ends_with
    unended = {url: last for url, last in lasts.items() if not ends(unquote(url), b"\n")}
    return streamed(rows, partial(_numbered, told=(where, firsts, unended), schema=schemas[0], step=step), schemas[1])


def _bounds(counts: list[tuple[str, int, int]]) -> tuple[Firsts, dict[str, int]]:
    """Return the numbers of the first line of each block and of the last of each file, told how many lines each block has."""
    firsts, before = Firsts(), dict[str, int]()
    for url, start, count in sorted(counts):
        firsts[url, start] = before.get(url, 0) + 1
        before[url] = before.get(url, 0) + count
    return firsts, before


def _numbered(batches: "Batches", told: Told, schema: "pa.Schema", step: "Reading") -> "Batches":
    """Yield what a step makes of the lines of each block, once for each time that its file was named."""
    import numpy as np
    import pyarrow as pa

    where, following, unended = told[0], dict(told[1]), told[2]
    for batch in batches:
        for run in cut_at(batch, np.flatnonzero(starts(batch, BLOCK))) if batch.num_rows else ():
            url, start = (run.column(name)[0].as_py() for name in BLOCK)
            first = following[url, start]
            following[url, start] += len(run)
            data = _ended(run.column(DATA), unended.get(url) != first + len(run) - 1)
            data = _without_mark(data) if first == 1 else data
            numbers = pa.array(np.arange(first, first + len(run)))
            for path, number in where[unquote(url)]:
                columns = [pa.repeat(path, len(run)), pa.repeat(pa.scalar(number, pa.int64()), len(run)), numbers, data]
                yield from step(pa.RecordBatch.from_arrays(columns, schema=schema))


def _ended(lines: "pa.Array", is_last_too: bool) -> "pa.Array":
    """Return lines as they stand in the file, with its line ends, which the last of all may be without."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ended = pc.binary_join_element_wise(lines, pa.scalar(b"", lines.type), pa.scalar(b"\n", lines.type))
    return ended if is_last_too else pa.concat_arrays([ended.slice(0, len(lines) - 1), lines.slice(len(lines) - 1)])


def _without_mark(data: "pa.Array") -> "pa.Array":
    """Return the first lines of a file without its byte order mark."""
    import pyarrow as pa

    first = data[0].as_py().removeprefix(MARK)
    return pa.concat_arrays([pa.array([first], data.type), data.slice(1)])
