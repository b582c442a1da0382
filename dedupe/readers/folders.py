"""The dumps in a folder."""

from collections.abc import Iterator
from pathlib import Path

from dedupe.errors import ReadError
from dedupe.readers.compression import SUFFIXES
from dedupe.readers.formats import KNOWN
from dedupe.readers.source import STDIN


def files(path: str) -> list[str]:
    """Return the path itself, or the dumps in the folder and its folders, sorted, without hidden ones.

    Raise ReadError where there is nothing at the path, or no dump in the folder.
    """
    if path == STDIN:
        return [path]
    root = Path(path)
    if not root.exists():
        raise ReadError(f"{path}: no such file")
    if not root.is_dir():
        return [path]
    found = [f"{path.rstrip('/')}/{inner.as_posix()}" for inner in sorted(_dumps(root))]
    if not found:
        raise ReadError(f"{path}: no dump in this folder; their names end in {', '.join(KNOWN)}")
    return found


def is_dump(name: str) -> bool:
    """Return whether a file in a folder is a dump, by its name."""
    path = Path(name)
    suffix = Path(path.stem).suffix if path.suffix.lower() in SUFFIXES else path.suffix
    return suffix.lower() in KNOWN


def _dumps(root: Path) -> Iterator[Path]:
    for path in root.rglob("*"):
        inner = path.relative_to(root)
        if is_dump(path.name) and path.is_file() and not any(part.startswith(".") for part in inner.parts):
            yield inner
