"""Plain text out of the values that dumps hold, and whether a text was cut."""

import re
from math import isnan

_INNER = ("rendered", "value", "text", "#text", "_", "$t", "name", "title", "$oid", "$date", "id", "href", "url")
_CUT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.{3}|&hellip;|&#8230;)\]|&hellip;|&#8230;)$")
_COUNTED = re.compile(r"\s*\[\+\d+ chars\]$")
_ENDS = ("…", "...", "]", ";")
_FULL_CUT = 40  # characters at the end of a text in which a mark stands


def text_of(value: object, mark: str = "\n\n") -> str:
    """Return a value as text, "" for what is none; the parts of a list are joined by the mark."""
    if isinstance(value, str):
        return value.strip()
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return "" if isnan(value) else str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, list | tuple):
        return mark.join(filter(None, (text_of(part, mark) for part in value)))
    if isinstance(value, dict):
        return next((text for name in _INNER if name in value and (text := text_of(value[name], mark))), "")
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").strip()
    return str(value)


def points_of(value: object) -> tuple[str, ...]:
    """Return the parts of a list, or the lines of a text, without the bullets before them."""
    parts = value if isinstance(value, list | tuple) else text_of(value).split("\n")
    return tuple(point for part in parts if (point := text_of(part, " ").lstrip("•*-– \t")))


def uncut(text: str) -> tuple[str, bool]:
    """Return a text without the count of what was cut from it, "[+123 chars]", and whether it was cut."""
    if not text.endswith(_ENDS):
        return text, False
    end = text[-_FULL_CUT:]
    if counted := _COUNTED.search(end):
        return text[: len(text) - len(end) + counted.start()], True
    return text, _CUT.search(end) is not None
