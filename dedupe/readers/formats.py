"""Which format a file has: as told, by its name, or by how it begins."""

import re
from importlib import import_module
from types import ModuleType

from dedupe.errors import ReadError, SettingsError
from dedupe.readers.csv import delimiter
from dedupe.readers.encodings import decode, refuse_unreadable
from dedupe.readers.fields import Fields
from dedupe.readers.names import columns
from dedupe.readers.source import Source

FORMATS = {"txt": "txt", "jsonl": "jsonl", "json": "json", "csv": "csv", "tsv": "csv", "parquet": "parquet"}
KNOWN = {
    **{".txt": "txt", ".text": "txt", ".jsonl": "jsonl", ".ndjson": "jsonl", ".jl": "jsonl", ".json": "json"},
    **{".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".parquet": "parquet", ".pq": "parquet"},
}
_PARQUET = b"PAR1"
_ARRAY = re.compile(r'\s*\[\s*(?:\{\s*"|\]\s*$)')
_OBJECT = re.compile(r'\s*\{\s*["}]')
_MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|rss|feed)\b", re.IGNORECASE)


def reader(source: Source, fields: Fields) -> ModuleType:
    """Return the module that reads the source. Raise ReadError where it is no text, nor Parquet."""
    return import_module(f"dedupe.readers.{FORMATS[format_of(source, fields)]}")


def format_of(source: Source, fields: Fields) -> str:
    """Return the name of the source's format."""
    if fields.format and fields.format not in FORMATS:
        raise SettingsError(f"{fields.format!r} is no format of a dump; choose one of {', '.join(FORMATS)}")
    if source.head.startswith(_PARQUET):
        return "parquet"
    named = fields.format or KNOWN.get(source.suffix, "")
    if named == "parquet":
        return named
    refuse_unreadable(source.head, source.path)
    return fields.format or _by_content(source, fields, named)


def _by_content(source: Source, fields: Fields, named: str) -> str:
    """Return the format that the name says, unless the beginning says another: JSON is saved under many names."""
    text = decode(source.head)
    if named in ("", "txt", "jsonl") and _ARRAY.match(text):
        return "json"
    if named in ("", "txt") and _OBJECT.match(text):
        return "json"
    if named:
        return named
    if _MARKUP.match(text):
        raise ReadError(f"{source.path}: is HTML or XML; save the page as text, or the feed as JSON or CSV")
    return "csv" if _is_table(text, fields) else "txt"


def _is_table(text: str, fields: Fields) -> bool:
    """Whether the first line names columns, one of them for the text."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    names = header.split(delimiter(text, fields))
    return len(names) > 1 and bool(columns(names, fields).text)
