"""The records of a text that is not quite JSON: values one after the other, an array up to where it breaks."""

import json
import re
from collections.abc import Iterator

from dedupe.model import Origin, Skip
from dedupe.readers.fields import Fields
from dedupe.readers.json_records import array_in, items_of_value
from dedupe.readers.jsonl import mended
from dedupe.readers.record import Item
from dedupe.readers.source import Source

_GAP = re.compile(r"[\s,\[\]]*")
_ARRAY = re.compile(r"\[\s*(?=\{)")
_PARSE = json.JSONDecoder(strict=False).raw_decode


def items_of_broken(text: str, source: Source, fields: Fields) -> Iterator[Item | Skip]:
    """Yield the records of the values that can be read, and at last a Skip that says where the text breaks."""
    at, line = _start(text), 1 + text.count("\n", 0, _start(text))
    while (begin := _after_gap(text, at)) < len(text):
        line += text.count("\n", at, begin)
        try:
            value, at = _PARSE(text, begin)
        except (ValueError, RecursionError) as error:
            if not source.damage:  # which is told otherwise
                yield Skip(Origin(source.path, line, line), f"is not JSON: {_reason(error)}; the rest of the file is lost")
            return
        yield from _items(value, text[begin:at], line, source.path, fields)
        line += text.count("\n", begin, at)


def _start(text: str) -> int:
    """Return where to begin: within the first array of objects if the object around it breaks."""
    begin = _after_gap(text, 0)
    try:
        _PARSE(text, begin)
    except (ValueError, RecursionError):
        array = _ARRAY.search(text) if text[begin : begin + 1] == "{" else None
        return array.end() if array else 0
    return 0


def _after_gap(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _items(value: object, text: str, line: int, path: str, fields: Fields) -> Iterator[Item | Skip]:
    data = text.encode("utf-8", "surrogatepass")
    try:
        array = array_in(data, fields)
    except ValueError:  # what Python writes beyond JSON, as NaN
        yield mended(value), line, line + text.count("\n")
    else:
        yield from items_of_value(data, array, line, path)


def _reason(error: Exception) -> str:
    return error.msg[:1].lower() + error.msg[1:] if isinstance(error, json.JSONDecodeError) else "it is nested too deep"
