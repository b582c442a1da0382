"""Folders and files wherever Spark reads and writes them: on this machine, on HDFS, in S3."""

import re
from contextlib import closing
from pathlib import Path
from typing import Any

HEAD = 1 << 12
URL = re.compile(r"[a-zA-Z][\w+.-]+:/")


def located(path: str) -> str:
    """Return a path of this machine as a URL, whatever folder Java started in; a URL stays as it is."""
    return path if URL.match(path) else f"file:{Path(path).absolute()}"


class Files:
    """What a session's file systems hold."""

    def __init__(self, session: Any) -> None:
        self._context = session.sparkContext

    def exists(self, path: str) -> bool:
        """Return whether there is anything at a path or URL."""
        system, place = self._at(path)
        return bool(system.exists(place))

    def remove(self, path: str) -> None:
        """Remove what is at a path or URL, if anything."""
        system, place = self._at(path)
        system.delete(place, True)

    def is_empty(self, path: str) -> bool:
        """Return whether there is nothing in a folder, or no folder."""
        system, place = self._at(path)
        return not system.exists(place) or not len(system.listStatus(place))

    def text(self, path: str) -> str:
        """Return what a file says."""
        with self._opened(path) as stream:
            return bytes(stream.readAllBytes()).decode()

    def write(self, path: str, text: str) -> None:
        """Write a file, with the folder that it is in."""
        system, place = self._at(path)
        with closing(system.create(place)) as stream:
            stream.write(text.encode())

    def head(self, path: str) -> bytes:
        """Return how a file begins: HEAD bytes at most."""
        with self._opened(path) as stream:
            return bytes(stream.readNBytes(HEAD))

    def ends_with(self, path: str, byte: bytes) -> bool:
        """Return whether a byte is the last of a file."""
        system, place = self._at(path)
        with self._opened(path) as stream:
            stream.seek(system.getFileStatus(place).getLen() - 1)
            return bool(stream.read() == byte[0])

    def _opened(self, path: str) -> Any:
        system, place = self._at(path)
        return closing(system.open(place))

    def _at(self, path: str) -> tuple[Any, Any]:
        place = self._context._jvm.org.apache.hadoop.fs.Path(located(path))
        return place.getFileSystem(self._context._jsc.hadoopConfiguration()), place
