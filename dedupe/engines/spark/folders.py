"""Folders and files wherever Spark reads and writes them: on this machine, on HDFS, in S3."""

import re
from pathlib import Path
from typing import Any

HEAD = 1 << 12
_URL = re.compile(r"[a-zA-Z][\w+.-]+:/")


def located(path: str) -> str:
    """Return a path of this machine as a URL, whatever folder Java started in; a URL stays as it is."""
    return path if _URL.match(path) else f"file:{Path(path).absolute()}"


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
        system, place = self._at(path)
        stream = system.open(place)
        try:
            return bytes(stream.readAllBytes()).decode()
        finally:
            stream.close()

    def write(self, path: str, text: str) -> None:
        """Write a file, with the folder that it is in."""
        system, place = self._at(path)
        stream = system.create(place)
        try:
            stream.write(text.encode())
        finally:
            stream.close()

    def head(self, path: str) -> bytes:
        """Return how a file begins: HEAD bytes at most."""
        system, place = self._at(path)
        stream = system.open(place)
        try:
            return bytes(stream.readNBytes(HEAD))
        finally:
            stream.close()

    def ends_with(self, path: str, byte: bytes) -> bool:
        """Return whether a byte is the last of a file."""
        system, place = self._at(path)
        stream = system.open(place)
        try:
            stream.seek(system.getFileStatus(place).getLen() - 1)
            return bool(stream.read() == byte[0])
        finally:
            stream.close()

    def _at(self, path: str) -> tuple[Any, Any]:
        place = self._context._jvm.org.apache.hadoop.fs.Path(located(path))
        return place.getFileSystem(self._context._jsc.hadoopConfiguration()), place
