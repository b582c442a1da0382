"""JSON Lines: a record a line, read line by line, so that a bad line costs one line."""

import json
from collections.abc import Iterable, Iterator

import msgspec

from dedupe.model import Origin, Skip
from dedupe.readers.fields import Fields
from dedupe.readers.lines import LONGEST_LINE, lines, too_long
from dedupe.readers.record import Item
from dedupe.readers.source import Source

_DECODE = msgspec.json.Decoder().decode


def items(source: Source, fields: Fields) -> Iterator[Item | Skip]:
    """Yield the record, or the Skip, of each line."""
    return items_of(source.path, lines(source))


def items_of(path: str, numbered: Iterable[tuple[int, bytes]]) -> Iterator[Item | Skip]:
    """Yield the record, or the Skip, of each of these lines that is not blank."""
    for number, line in numbered:
        if len(line) >= LONGEST_LINE:
            yield too_long(path, number)
            continue
        try:
            yield _DECODE(line), number, number
        except (ValueError, RecursionError):
            if not line.isspace():
                yield _item(line, number, path)


def _item(line: bytes, number: int, path: str) -> Item | Skip:
    try:
        return decode(line), number, number
    except ValueError as error:
        return Skip(Origin(path, number, number), f"is not JSON: {error}")


def decode(line: bytes) -> object:
    """Return the value of a JSON text. Raise ValueError for what is none.

    What Python's own `json` writes beyond the standard (NaN, half a character) is read, too.
    """
    try:
        return _DECODE(line)
    except (ValueError, RecursionError) as error:
        try:
            return mended(json.loads(line, strict=False))
        except (ValueError, RecursionError):
            reason = "bytes that are not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
        raise ValueError(reason.removeprefix("JSON is malformed: ")) from None


def mended(value: object) -> object:
    """Return a value that Python's `json` read with the halves of characters replaced."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [mended(part) for part in value]
    if isinstance(value, dict):
        return {name: mended(part) for name, part in value.items()}
    return value
