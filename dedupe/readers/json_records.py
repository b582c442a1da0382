"""The records in a JSON value: those of an array, also of an array within an object, or the value itself."""

from collections.abc import Iterator, Sequence

import msgspec

from dedupe.model import Origin, Skip
from dedupe.readers import jsonl
from dedupe.readers.fields import Fields
from dedupe.readers.names import columns, fold
from dedupe.readers.record import Item

Text = bytes | msgspec.Raw

_SHALLOW = msgspec.json.Decoder(list[msgspec.Raw] | dict[str, msgspec.Raw]).decode
_DEPTH = 3  # objects around an array of records
# What arrays of records are called that stand beside a title of their own: a feed has a title, too.
_WRAPPERS = frozenset(
    {"articles", "items", "entries", "records", "stories", "news", "posts", "results", "data", "docs", "documents", "hits"}
)


def array_in(value: Text, fields: Fields, depth: int = _DEPTH) -> list[msgspec.Raw] | None:
    """Return the records of the array that a JSON value is or holds; None where it is a record itself, or none.

    Raise ValueError for what is not JSON.
    """
    parts = _parts(value)
    if not isinstance(parts, dict):
        return parts
    held = columns(list(parts), fields)
    for name, inner in parts.items():
        if fold(name) in _WRAPPERS or not (held.title or held.text):
            found = array_in(inner, fields, depth - 1) if depth and _is_nested(inner) else None
            if found and bytes(memoryview(found[0])[:1]) == b"{":
                return found
    return None


def items_of_value(value: bytes, array: Sequence[msgspec.Raw] | None, line: int, path: str) -> Iterator[Item | Skip]:
    """Yield the records of a value that begins on this line: those of the array in it, or the value itself."""
    at = 0
    for part in [value.strip()] if array is None else map(bytes, array):
        begin = value.find(part, at)
        line += value.count(b"\n", at, begin)
        last_line, at = line + part.count(b"\n"), begin + len(part)
        yield _item(part, line, last_line, path)
        line = last_line


def _item(record: bytes, line: int, last_line: int, path: str) -> Item | Skip:
    try:
        return jsonl.decode(record), line, last_line
    except ValueError as error:
        return Skip(Origin(path, line, last_line), f"is not JSON: {error}")


def _parts(value: Text) -> list[msgspec.Raw] | dict[str, msgspec.Raw] | None:
    try:
        parts: list[msgspec.Raw] | dict[str, msgspec.Raw] = _SHALLOW(value)
    except msgspec.ValidationError:  # JSON, but neither an array nor an object
        return None
    except RecursionError:
        raise ValueError("is nested too deep") from None
    return parts


def _is_nested(value: msgspec.Raw) -> bool:
    return bytes(memoryview(value)[:1]) in (b"{", b"[")
