"""Dumps of invented records for the tests of readers."""

import json
from pathlib import Path
from typing import Any

from dedupe.model import Skip, Story
from dedupe.readers import Fields, read

Record = dict[str, Any]


def records(count: int) -> list[Record]:
    """Return records as a scraper writes them."""
    return [
        {"id": f"n{i}", "title": f"Ferry {i} is late", "text": f"Ferry {i} left Amsel.\n\nFog held it."} for i in range(count)
    ]


def in_lines(given: list[Record]) -> bytes:
    """Return records as JSON Lines."""
    return b"".join(json.dumps(record).encode() + b"\n" for record in given)


def written(folder: Path, name: str, data: bytes | str) -> Path:
    """Return the path of a new file with this in it."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def stories(path: Path, fields: Fields | None = None) -> list[Story]:
    """Return the stories that are read from a file."""
    return [record for record in read(path, fields or Fields()) if isinstance(record, Story)]


def skips(path: Path) -> list[tuple[int, str]]:
    """Return the line and the reason of each Skip."""
    return [(record.origin.line, record.reason) for record in read(path) if isinstance(record, Skip)]


def told(path: Path) -> list[tuple[str, str, str]]:
    """Return id, title and body of the stories that are read from a file."""
    return [(story.id, story.title, story.body) for story in stories(path)]


def given(of: list[Record]) -> list[tuple[str, str, str]]:
    """Return id, title and text of records, as `told` gives them."""
    return [(record["id"], record["title"], record["text"]) for record in of]
