"""Where a report goes: standard output or a file, how wide it may be there, and whether in colour."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from dedupe.cli.pager import pager, show

STANDARD = "-"
PLAIN_WIDTH = 80


def write(chunks: Iterable[str], path: str) -> None:
    """Write the text to standard output, or into a file that is there whole or not at all."""
    if path == STANDARD:
        _print(chunks)
        return
    try:
        _write(chunks, Path(path))
    except OSError as error:  # which may name the temporary file, or none
        raise OSError(error.errno, error.strerror, path) from error


def _print(chunks: Iterable[str]) -> None:
    if sys.stdout.isatty():  # all at once: a pager is for what is longer than the screen
        text = "".join(chunks)
        if command := pager(text):
            show(text, command)
            return
        chunks = [text]
    sys.stdout.writelines(chunks)
    sys.stdout.flush()


def _write(chunks: Iterable[str], path: Path) -> None:
    if path.exists() and not path.is_file():  # a device or a named pipe: nothing to replace
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(chunks)
    else:
        _replace(chunks, path.resolve())


def _replace(chunks: Iterable[str], path: Path) -> None:
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as fresh:
        try:
            fresh.writelines(chunks)
            fresh.flush()
            os.fsync(fresh.fileno())
            Path(fresh.name).chmod(_mode(path))
            Path(fresh.name).replace(path)
        except BaseException:
            Path(fresh.name).unlink(missing_ok=True)
            raise


def _mode(path: Path) -> int:
    """Return the mode of the file that is replaced, or else of a new one: temporary files are readable by their owner alone."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def width(path: str = STANDARD) -> int:
    """Return the columns of the terminal or those that COLUMNS names; 80 where neither is known."""
    if path == STANDARD:
        return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isdecimal() and int(given) else PLAIN_WIDTH


def colour(path: str = STANDARD, stream: TextIO | None = None) -> bool:
    """Return whether to write in colour: to a terminal that can show it, unless NO_COLOR is set."""
    if os.environ.get("NO_COLOR") or path != STANDARD:
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (stream or sys.stdout).isatty() and os.environ.get("TERM") != "dumb"
