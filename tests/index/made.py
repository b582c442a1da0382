"""An index of a few stories."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dedupe.accepted import NOTHING
from dedupe.engines.local import Local
from dedupe.index import Index
from dedupe.model import Story
from dedupe.pipeline import Opened, Way, add
from dedupe.settings import Settings


def way(settings: Settings = Settings()) -> Way:  # noqa: B008  frozen
    return Way(settings, NOTHING, Local(), lambda *_: None)


def made(folder: Path, *parts: Iterable[Story], textless: bool = False) -> Path:
    """Return the folder of an index to which the parts were added one after the other."""
    for part in parts:
        with Index.writing(folder, 10, new=True) as index:
            if textless:
                index.leave_texts()
            add(index, Opened(list(part)), way())
    return folder


@contextmanager
def opened(folder: Path, *parts: Iterable[Story]) -> Iterator[Index]:
    with Index.reading(made(folder, *parts)) as index:
        yield index


def ids(index: Index) -> list[str]:
    return [name for batch in index.batches() for name in batch.column("id").to_pylist()]


def clusters(folder: Path) -> dict[str, set[str]]:
    """Return the ids of the stories in each cluster."""
    from dedupe.rows import key

    with Index.reading(folder) as index:
        name = {key(one): one for one in ids(index)}
        found: dict[str, set[str]] = {}
        for member in index.catalogue.members():
            found.setdefault(member.cluster, set()).add(name[member.key])
    return found
