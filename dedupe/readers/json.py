"""JSON: an array of records, an object that holds such an array, one record, or values one after the other.

Where each record has a line of its own, it is read line by line, as JSON Lines are; otherwise as a whole. What is not quite
JSON is read up to where it breaks.
"""

from collections.abc import Iterator
from itertools import chain

from dedupe.errors import ReadError
from dedupe.model import Skip
from dedupe.readers import jsonl
from dedupe.readers.encodings import decode
from dedupe.readers.fields import Fields
from dedupe.readers.json_broken import items_of_broken
from dedupe.readers.json_records import array_in, items_of_value
from dedupe.readers.lines import LONGEST_LINE, lines
from dedupe.readers.record import Item
from dedupe.readers.source import Source

LARGEST = 1 << 31  # bytes of a value that is read as a whole


def items(source: Source, fields: Fields) -> Iterator[Item | Skip]:
    """Yield each record, or the Skip for it."""
    begun: list[bytes] = []
    while not begun or (begun[-1] and begun[-1].strip() in (b"", b"[")):
        begun.append(source.stream.readline(LONGEST_LINE))
    if begun[-1].endswith(b"\n") and _is_record(begun[-1], fields):
        numbered = chain(enumerate(begun, 1), lines(source, start=len(begun) + 1))
        return jsonl.items_of(source.path, ((number, _item(line)) for number, line in numbered))
    data = b"".join(begun) + source.stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ReadError(f"{source.path}: is one JSON value of over {LARGEST >> 30} GB; write it as JSON Lines, a record a line")
    return _read_whole(source, data, fields)


def _is_record(line: bytes, fields: Fields) -> bool:
    try:
        return isinstance(jsonl.decode(_item(line)), dict) and array_in(_item(line), fields) is None
    except ValueError:
        return False


def _item(line: bytes) -> bytes:
    """Return a line of an array without the marks of the array; a blank one where it holds nothing else."""
    item = line.strip()
    if not (item.startswith(b"[") and item.endswith(b"]")):
        item = item.removeprefix(b"[").removesuffix(b"]").strip()
    return item.removesuffix(b",") or b"\n"


def _read_whole(source: Source, data: bytes, fields: Fields) -> Iterator[Item | Skip]:
    try:
        array = array_in(data, fields)
    except ValueError:
        yield from items_of_broken(decode(data), source, fields)
    else:
        yield from items_of_value(data, array, 1, source.path)
