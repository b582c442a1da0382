"""The lines of a file, one by one and never more than one at a time in memory."""

from collections.abc import Iterator
from functools import partial
from io import BufferedReader

from dedupe.model import Origin, Skip
from dedupe.readers.source import Source

LONGEST_LINE = 1 << 26  # bytes held at once
_LF = b"\n"[0]


def lines(source: Source, longest: int = LONGEST_LINE, start: int = 1) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of each line; of one that is too long only the beginning, `longest` bytes.

    The line at which a damaged file breaks off is not among them.
    """
    for number, line in enumerate(iter(partial(source.stream.readline, longest), b""), start):
        if line[-1] != _LF:
            if len(line) >= longest:
                _pass_over(source.stream)
            elif source.damage:
                return
        yield number, line


def too_long(path: str, number: int, longest: int = LONGEST_LINE) -> Skip:
    """Return the Skip for a line that was not read to its end."""
    return Skip(Origin(path, number, number), f"is a line of over {longest >> 20} MB; no story is that long")


def _pass_over(stream: BufferedReader) -> None:
    while (block := stream.readline(1 << 20)) and block[-1] != _LF:
        pass
