"""An index, opened by its folder."""

from contextlib import AbstractContextManager
from pathlib import Path

from dedupe.index.index import Index


def open_index(folder: str | Path) -> AbstractContextManager[Index]:
    """Return a context in which an index is open to be read, as it is now. Raise StaleIndexError if it cannot be."""
    return Index.reading(Path(folder))
