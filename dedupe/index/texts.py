"""The stories of a segment as they were read: some files of as many each, of which a few stories are read at a time."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dedupe.index.postings import damaged
from dedupe.rows import key, schema

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

TOGETHER = 64  # stories that are read from a file together
PART = 1 << 16  # stories of a file: what it tells of its parts has to be read whole
READ = 64  # times TOGETHER: what is read at once
HELD = 2048  # stories that wait to be written


def parts(stories: int) -> list[str]:
    """Return the names of the files of so many stories."""
    return [f"stories-{number:04}.parquet" for number in range(-(-stories // PART))]


class TextsWriter:
    """Writes stories into files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._waiting, self._written = folder, list["pa.RecordBatch"](), 0
        self._writer: Any = None

    def add(self, batch: "pa.RecordBatch") -> None:
        """Write stories."""
        self._waiting.append(batch)
        if sum(map(len, self._waiting)) >= HELD:
            self._pack(TOGETHER)

    def close(self) -> None:
        """Write the rest."""
        self._pack(1)
        if self._writer:
            self._writer.close()

    def _pack(self, least: int) -> None:
        """Write the stories that wait, as far as they fill parts of `least`."""
        import pyarrow as pa

        if not self._waiting:
            return
        table = pa.Table.from_batches(self._waiting)
        whole = len(table) - len(table) % least
        first = 0
        while first < whole:
            count = min(whole - first, PART - self._written % PART)
            self._write(table.slice(first, count))
            first += count
        self._waiting = [batch for batch in table.slice(whole).to_batches() if len(batch)]

    def _write(self, table: "pa.Table") -> None:
        from pyarrow.parquet import ParquetWriter

        if self._written % PART == 0:
            if self._writer:
                self._writer.close()
            path = self._folder / parts(self._written + 1)[-1]
            self._writer = ParquetWriter(path, table.schema, compression="zstd", use_dictionary=False, write_statistics=False)
        self._writer.write_table(table, row_group_size=TOGETHER)
        self._written += len(table)


class Texts:
    """Stories that lie in the files of a folder, which stay open. Raise FileNotFoundError if one is missing."""

    def __init__(self, folder: Path, stories: int) -> None:
        import pyarrow as pa

        self._paths, self._stories = [folder / name for name in parts(stories)], stories
        self._files = [pa.OSFile(str(path)) for path in self._paths]

    def take(self, rows: "Array") -> "pa.RecordBatch":
        """Return the stories of rows, int64[m], sorted. Raise StaleIndexError where they cannot be what was written."""
        import numpy as np
        import pyarrow as pa

        bounds = np.searchsorted(rows, np.arange(len(self._files) + 1) * PART)
        taken = []
        for number in range(len(self._files)):
            some = rows[bounds[number] : bounds[number + 1]] - number * PART
            taken += self._taken(number, some) if len(some) else []
        table = pa.concat_tables(taken) if taken else schema().empty_table()
        return table.combine_chunks().to_batches()[0] if len(table) else pa.RecordBatch.from_pylist([], table.schema)

    def _taken(self, number: int, rows: "Array") -> "list[pa.Table]":
        """Return the stories of rows of one file, int64[m]."""
        import numpy as np
        from pyarrow import ArrowException, array
        from pyarrow.parquet import ParquetFile

        path, stories = self._paths[number], min(self._stories - number * PART, PART)
        try:
            with ParquetFile(self._files[number]) as opened:
                if opened.metadata.num_rows != stories or opened.schema_arrow.names[: len(schema())] != schema().names:
                    raise damaged(path)
                group, taken = rows // TOGETHER, []
                needed = np.unique(group)
                for first in range(0, len(needed), READ):
                    some = needed[first : first + READ]
                    here = rows[(group >= some[0]) & (group <= some[-1])]
                    places = np.searchsorted(some, here // TOGETHER) * TOGETHER + here % TOGETHER
                    taken.append(_whole(opened.read_row_groups(some.tolist()), path).take(array(places)))
                return taken
        except (ArrowException, OSError, ValueError, IndexError) as error:
            raise damaged(path) from error


def _whole(table: "pa.Table", path: Path) -> "pa.Table":
    """Return stories, when they can be such. Raise StaleIndexError if not."""
    table.validate(full=True)
    if list(map(key, table.column("id").to_pylist())) != table.column("key").to_pylist():
        raise damaged(path)
    return table
