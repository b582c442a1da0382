"""A segment: stories that were added together, their texts, their signed rows and what they are found by."""

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from dedupe.errors import StaleIndexError
from dedupe.index.catalogue import NAME
from dedupe.index.files import Told, sync, tell
from dedupe.index.postings import KINDS, Postings, PostingsWriter, damaged
from dedupe.index.texts import HELD, Texts, TextsWriter

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

SEGMENTS = "segments"  # the folder of all of them
ROWS, COUNTS = "rows.parquet", "counts.parquet"
# What is kept of a signed row beside its text, so that it can be looked at, and found by other bands.
SIGNED = ["key", "id", "title", "source", "published", "length", "truncated", "content", "digest", "signature"]


class SegmentWriter:
    """Writes a segment into a folder of its own, which nobody knows of before the catalogue names it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / token_hex(8)
        self.path.mkdir(parents=True)
        self.stories = 0
        self._texts = TextsWriter(self.path)
        self._postings = {kind: PostingsWriter(self.path / f"{kind}.parquet", kind) for kind in KINDS}
        self._writers: dict[str, Any] = {}

    def add(self, stories: "pa.RecordBatch", signed: "pa.RecordBatch") -> None:
        """Write some stories, and the columns SIGNED of their rows."""
        if len(stories):
            self._write(ROWS, signed, len(signed))
            self._texts.add(stories)
            self.stories += len(stories)

    def post(self, kind: str, section: int, *columns: "Array") -> None:
        """Write a section of what rows are found by: the bucket of each entry, its row, and what is told of it."""
        self._postings[kind].add(section, *columns)

    def count(self, slots: "Array", counts: "Array") -> None:
        """Write what the stories add to the counts, int32[3, s], of some slots, int32[s]."""
        import pyarrow as pa

        table = pa.table({"slot": slots, "texts": counts[0], "small": counts[1], "inside": counts[2]})
        self._write(COUNTS, table, max(len(table), 1))

    def done(self) -> dict[str, Told]:
        """Return what is to be told of each file, when all of them are on the disk."""
        for writer in (self._texts, *self._writers.values(), *self._postings.values()):
            writer.close()
        for path in (*self.path.iterdir(), self.path, self.path.parent):
            sync(path)
        return {path.name: tell(path) for path in sorted(self.path.iterdir())}

    def _write(self, name: str, rows: "pa.RecordBatch | pa.Table", size: int) -> None:
        from pyarrow.parquet import ParquetWriter

        if name not in self._writers:
            self._writers[name] = ParquetWriter(
                self.path / name, rows.schema, compression="zstd", use_dictionary=False, write_statistics=name == ROWS
            )
        write = self._writers[name].write_table if hasattr(rows, "combine_chunks") else self._writers[name].write_batch
        write(rows, row_group_size=size)


class Segment:
    """A segment that is held: `name` and `stories` are as the catalogue has them."""

    def __init__(self, folder: Path, name: str, stories: int, files: str) -> None:
        self.path, self.name, self.stories = folder / name, name, stories
        try:
            if not re.fullmatch(r"[0-9a-f]{16}", name) or stories < 0:
                raise ValueError(name)
            self.files = {file: Told(*told) for file, told in json.loads(files).items()}
        except (AttributeError, TypeError, ValueError) as error:
            raise damaged(folder.parent / NAME) from error

    def open(self) -> "Segment":
        """Return this, with every file open. Raise FileNotFoundError or StaleIndexError where one is not as it was written."""
        for file, told in self.files.items():
            if (self.path / file).stat().st_size != told.size:
                raise damaged(self.path / file)
        _ = self.postings, self._texts, self._counts
        return self

    @property
    def bytes(self) -> int:
        """The bytes of all files."""
        return sum(told.size for told in self.files.values())

    @cached_property
    def postings(self) -> dict[str, Postings]:
        """What rows are found by, by kind."""
        return {kind: Postings(self.path / f"{kind}.parquet", kind, self.stories) for kind in KINDS}

    def batches(self) -> "Iterator[pa.RecordBatch]":
        """Yield the stories, in the order of their rows."""
        import numpy as np

        for first in range(0, self.stories, HELD):
            yield self.take(np.arange(first, min(first + HELD, self.stories)))

    def take(self, rows: "Array") -> "pa.RecordBatch":
        """Return the stories of rows, int64[m], sorted."""
        return self._texts.take(rows)

    def counts(self) -> "tuple[Array, Array] | None":
        """Return the slots, int32[s], that the stories add to, and what, int32[3, s]; None where it was not written."""
        import numpy as np
        from pyarrow import ArrowException

        from dedupe.kernels.tally import SLOTS

        if self._counts is None:
            return None
        try:
            columns = [column.to_numpy() for column in self._counts.read().columns]
            whole = len(columns) == 4 and all(column.dtype == np.int32 for column in columns)
        except (ArrowException, OSError, ValueError) as error:
            raise damaged(self.path / COUNTS) from error
        if not whole or columns[0].min(initial=0) < 0 or columns[0].max(initial=0) >= SLOTS:
            raise damaged(self.path / COUNTS)
        return columns[0], np.stack(columns[1:])

    def signed(self) -> "Iterator[pa.RecordBatch]":
        """Yield the signed rows, in their order."""
        for batch in self._parquet(ROWS).iter_batches(HELD):
            yield batch.cast(batch.schema.remove_metadata())

    def column(self, name: str) -> "Array":
        """Return a column of numbers of the signed rows."""
        from pyarrow import ArrowException

        try:
            return self._parquet(ROWS).read(columns=[name]).column(0).to_numpy()  # type: ignore[no-any-return]
        except (ArrowException, OSError) as error:
            raise damaged(self.path / ROWS) from error

    def check(self) -> list[str]:
        """Return what is wrong with the files, a line each."""
        wrong = []
        for file, told in self.files.items():
            path = self.path / file
            if not path.is_file():
                wrong.append(f"{path} is missing")
            elif tell(path) != told:
                wrong.append(f"{path} is not as it was written")
        try:
            for postings in self.open().postings.values() if not wrong else ():
                postings.check()
        except StaleIndexError as error:
            wrong.append(str(error))
        return wrong

    @cached_property
    def _counts(self) -> Any:
        return self._parquet(COUNTS) if COUNTS in self.files else None

    @cached_property
    def _texts(self) -> Texts:
        return Texts(self.path, self.stories)

    def _parquet(self, name: str) -> Any:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile

        try:
            return ParquetFile(self.path / name)
        except FileNotFoundError:
            raise
        except (ArrowException, OSError, ValueError) as error:
            raise damaged(self.path / name) from error
