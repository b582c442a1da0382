"""The files that are read, here or wherever Spark reaches: those of folders and of patterns."""

import glob
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dedupe.engines.spark.folders import URL
from dedupe.errors import ReadError

_PATTERN = re.compile(r"[*?\[{]")
_SPECIAL = re.compile(r"([*?\[\]{}\\])")
_PASSED_OVER = ("_", ".")  # Spark reads no file whose name begins so, even if it is asked to

Places = dict[str, list[tuple[str, int]]]  # by how Spark says a file: how it is told, and its place, as often as it was named


@dataclass(frozen=True, slots=True)
class File:
    """A file: its place among all, its path as told, how Spark says it, and its bytes."""

    number: int
    path: str
    url: str
    size: int


def listed(session: Any, paths: list[str], named: Callable[[str], bool]) -> list[File]:
    """Return the files at paths, which may be folders, patterns or URLs; those of one are sorted.

    Raise ReadError where there is nothing at one, or nothing that Spark reads.
    """
    found = [told for path in paths for told in (_away if URL.match(path) else _here)(session, path, named)]
    for path, _, _ in found:
        if Path(path).name.startswith(_PASSED_OVER):
            raise ReadError(f"{path}: Spark passes over files whose names begin with _ or .; give it another name")
    return [File(number, *told) for number, told in enumerate(found)]


def pattern(url: str) -> str:
    """Return a URL as a pattern that fits nothing else."""
    return _SPECIAL.sub(r"\\\1", url)


def places(files: list[File]) -> Places:
    """Return what is to be told of each file that Spark reads."""
    found: Places = {}
    for file in files:
        found.setdefault(file.url, []).append((file.path, file.number))
    return found


Told = tuple[str, str, int]


def _here(session: Any, path: str, named: Callable[[str], bool]) -> Iterator[Told]:
    """Yield the files at a path of this machine."""
    root = Path(path)
    if root.is_dir():
        inner = sorted(file.relative_to(root) for file in root.rglob("*") if file.is_file() and named(file.name))
        every = [f"{path.rstrip('/')}/{file.as_posix()}" for file in inner if not _is_hidden(file)]
        if not every:
            raise ReadError(f"{path}: nothing to read in this folder")
    elif root.exists():
        every = [path]
    else:
        every = sorted(glob.glob(path, recursive=True)) if _PATTERN.search(path) else []  # noqa: PTH207  keeps the path as told
        if not every:
            raise ReadError(f"{path}: no such file")
        yield from (told for match in every for told in _here(session, match, named))
        return
    for file in every:
        yield file, f"file:{Path(file).absolute()}", Path(file).stat().st_size


def _is_hidden(file: Path) -> bool:
    return any(part.startswith(".") for part in file.parts)


def _away(session: Any, url: str, named: Callable[[str], bool]) -> Iterator[Told]:
    """Yield the files at a URL, as Spark lists them."""
    from pyspark.errors import AnalysisException

    try:
        files = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(url).select("path", "length")
    except AnalysisException as error:
        if error.getCondition() != "PATH_NOT_FOUND":
            raise
        raise ReadError(f"{url}: no such file") from None
    every = sorted((row.path, row.length) for row in files.collect())
    some = every if _PATTERN.search(url) or len(every) == 1 else [told for told in every if named(told[0].rpartition("/")[2])]
    if not some:
        raise ReadError(f"{url}: nothing to read in this folder")
    for path, size in some:
        yield (path.replace("file:/", "file:///", 1) if url.startswith("file://") else path), path, size
