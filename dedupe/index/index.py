"""An index: a folder of held stories, which are found by what they share with others."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from dedupe.errors import DedupeError, StaleIndexError
from dedupe.index.catalogue import NAME, Catalogue
from dedupe.index.files import is_full, remove
from dedupe.index.merged import merge
from dedupe.index.postings import Entries, damaged, missing
from dedupe.index.segment import SEGMENTS, Segment, SegmentWriter
from dedupe.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

SETTINGS, TEXTLESS = "settings", "textless"
MANY = 16  # segments
TRIES = 5  # to open segments, which a writer may put others in place of


class Index:
    """An index as it is when it is opened. Rows are numbered through its segments; those that were removed are not found.

    Open it with `reading` or `writing`.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue, self.folder = catalogue, catalogue.folder
        self.segments: list[Segment] = []
        self._written: list[Path] = []
        self.refresh()

    @classmethod
    @contextmanager
    def reading(cls, folder: Path) -> Iterator[Self]:
        """Open an index, which stays as it is, whatever others write meanwhile. Raise StaleIndexError if it cannot be read."""
        catalogue = Catalogue(folder)
        try:
            for tried in range(TRIES):
                with catalogue.reading():
                    try:
                        index = cls(catalogue)
                    except FileNotFoundError as error:
                        if tried + 1 < TRIES:
                            continue
                        raise missing(folder, error) from error
                    yield index
                    return
        finally:
            catalogue.close()

    @classmethod
    @contextmanager
    def writing(cls, folder: Path, wait: float, *, new: bool = False) -> Iterator[Self]:
        """Open an index to change it: all of what is done, or nothing of it, comes to be. Others that write wait.

        wait  seconds to wait for another that writes
        new   make the index if there is none
        """
        if new:
            _make(folder)
        catalogue = Catalogue(folder, wait, new=new)
        try:
            with catalogue.writing():
                try:
                    index = cls(catalogue)
                except FileNotFoundError as error:
                    raise missing(folder, error) from error
                index._sweep()
                try:
                    yield index
                except BaseException as error:
                    for path in index._written:
                        remove(path)
                    if isinstance(error, OSError) and is_full(error):
                        raise DedupeError(f"{folder}: no room on the disk; nothing was changed") from error
                    raise
        finally:
            catalogue.close()

    def refresh(self) -> None:
        """See which segments there are, and what is gone of them."""
        import numpy as np

        told = self.catalogue.segments()
        self.segments = [Segment(self.folder / SEGMENTS, *each).open() for each in told]
        self._ends = np.cumsum([0, *(segment.stories for segment in self.segments)])
        first = {segment.name: int(at) for segment, at in zip(self.segments, self._ends, strict=False)}
        rows = [first[name] + row for name, some in self.catalogue.gone().items() if name in first for row in some]
        self._gone = np.sort(np.array(rows, np.int64))

    def __len__(self) -> int:
        return int(self._ends[-1]) - len(self._gone)

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that the index was made with; none of one that holds nothing yet."""
        try:
            return dict(json.loads(self.catalogue.get(SETTINGS, "{}")))
        except (TypeError, ValueError) as error:
            raise damaged(self.folder / NAME) from error

    def fit(self, settings: Mapping[str, Any]) -> None:
        """Raise StaleIndexError unless the index was made with these settings; one that is new is made with them."""
        told = self.settings
        if not told:
            self.catalogue.put(SETTINGS, json.dumps(dict(settings)))
        for name, value in settings.items() if told else ():
            there = told.get(name, getattr(Settings(), name))  # made before there was such a setting
            if there != value:
                raise StaleIndexError(
                    f"{self.folder} was made with {name} = {there}, not {value}: go on with that, or make another index "
                    f"of what `dedupe index export {self.folder} -o FILE` writes"
                )

    def codes(self, name: str) -> "Array":
        """Return codes that are kept about the index, uint64[k]."""
        import numpy as np

        try:
            return np.frombuffer(self.catalogue.get(name, b""), np.uint64)
        except (TypeError, ValueError) as error:
            raise damaged(self.folder / NAME) from error

    @property
    def textless(self) -> bool:
        """Whether no texts are kept."""
        return bool(self.catalogue.get(TEXTLESS, 0))

    def leave_texts(self) -> None:
        """Keep no texts. Raise StaleIndexError if some are kept."""
        if self.segments and not self.textless:
            raise StaleIndexError(f"{self.folder} holds texts; make another index for stories without")
        self.catalogue.put(TEXTLESS, 1)

    @cached_property
    def rows(self) -> "Array":
        """The rows that are held, int64[n]."""
        import numpy as np

        return np.setdiff1d(np.arange(int(self._ends[-1])), self._gone, assume_unique=True)

    def column(self, name: str) -> "Array":
        """Return a column of numbers of the signed rows that are held, int64[n]."""
        import numpy as np

        parts = [segment.column(name) for segment in self.segments]
        return np.concatenate([np.empty(0, np.int64), *parts])[self.rows]

    def find(self, kind: str, asked: "Array", sections: "Array", most: int) -> Entries:
        """Return the held rows in buckets, int64[q], each in its section, int64[q]; of each segment `most` of a bucket."""
        import numpy as np

        parts = [segment.postings[kind].find(asked, sections, most) for segment in self.segments]
        empty = np.empty(0, np.int64)
        if not parts:
            return Entries(empty, empty, empty)
        rows = np.concatenate([part.row + first for part, first in zip(parts, self._ends, strict=False)])
        held = ~np.isin(rows, self._gone)
        place, told = (np.concatenate([part[column] for part in parts])[held] for column in (0, 2))
        return Entries(place, rows[held], told)

    def count(self, kind: str, asked: "Array", sections: "Array") -> "Array":
        """Return how many entries buckets have, int64[q], those of rows that were removed among them."""
        import numpy as np

        parts = (segment.postings[kind].count(asked, sections) for segment in self.segments)
        return np.asarray(sum(parts, np.zeros(len(asked), np.int64)))

    def take(self, rows: "Array") -> "Iterator[pa.RecordBatch]":
        """Yield the stories of rows, int64[m], sorted, by segment."""
        import numpy as np

        bounds = np.searchsorted(rows, self._ends)
        for number, segment in enumerate(self.segments):
            if bounds[number + 1] > bounds[number]:
                yield segment.take(rows[bounds[number] : bounds[number + 1]] - self._ends[number])

    def batches(self) -> "Iterator[pa.RecordBatch]":
        """Yield all stories that are held."""
        import numpy as np
        import pyarrow as pa

        for number, segment in enumerate(self.segments):
            first = int(self._ends[number])
            for batch in segment.batches():
                held = ~np.isin(np.arange(first, first + len(batch)), self._gone)
                first += len(batch)
                yield batch if held.all() else batch.filter(pa.array(held))

    def writer(self) -> SegmentWriter:
        """Return a writer of a new segment."""
        writer = SegmentWriter(self.folder / SEGMENTS)
        self._written.append(writer.path)
        return writer

    def name(self, written: SegmentWriter) -> None:
        """Let what was written be held; nothing of it if there is no story in it."""
        files = written.done()
        if written.stories:
            self.catalogue.add_segment(written.path.name, written.stories, files)

    def merge(self) -> None:
        """Put small segments into one where there are many: each is looked up in."""
        told = sorted(self.catalogue.segments(), key=lambda each: each[1])
        if len(told) <= MANY:
            return
        sizes = [stories for _, stories, _ in told]
        count = next((n for n in range(MANY // 2, len(sizes)) if sizes[n] > sum(sizes[:n])), len(sizes))
        gone = self.catalogue.gone()
        some = [Segment(self.folder / SEGMENTS, *each).open() for each in told[:count]]
        writer = self.writer()
        merge([(segment, gone.get(segment.name, [])) for segment in some], writer)
        self.catalogue.drop_segments([segment.name for segment in some])
        self.name(writer)

    def remove(self, rows: "Array") -> None:
        """Let rows, int64[m], be held no more."""
        import numpy as np

        at = np.searchsorted(self._ends, rows, side="right") - 1
        self.catalogue.remove(
            (self.segments[number].name, int(row - self._ends[number])) for number, row in zip(at, rows, strict=True)
        )

    def _sweep(self) -> None:
        """Remove folders that no catalogue names: of writers that were stopped, and of segments that others replaced."""
        named = {name for name, _, _ in self.catalogue.segments()}
        for path in (self.folder / SEGMENTS).iterdir():
            if path.name not in named:
                remove(path)


def _make(folder: Path) -> None:
    """Make the folder of an index, unless there is something else at its place. Raise StaleIndexError if there is."""
    if folder.exists() and not folder.is_dir():
        raise StaleIndexError(f"{folder} is a file; name a folder for the index")
    if folder.is_dir() and {path.name for path in folder.iterdir()} - {SEGMENTS} and not (folder / NAME).is_file():
        raise StaleIndexError(f"{folder} holds other files and is no index; name a new folder or an empty one")
    (folder / SEGMENTS).mkdir(parents=True, exist_ok=True)
