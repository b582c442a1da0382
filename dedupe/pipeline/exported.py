"""What an index holds, as a dump that every command reads."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dedupe.rows import UNDATED, key, schema

if TYPE_CHECKING:
    from dedupe.index import Index

OURS = ("key", "path", "line", "last_line")  # columns that say nothing of a story elsewhere


def exported(index: "Index") -> Iterator[str]:
    """Yield the stories that an index holds as JSON Lines, in the order in which they were added, and with each its cluster."""
    from datetime import UTC, datetime

    import msgspec

    cluster = {member.key: member.cluster for member in index.catalogue.members()}
    for batch in index.batches():
        for row in batch.select([name for name in schema().names if name not in OURS]).to_pylist():
            when = row.pop("published")
            row["date"] = None if when == UNDATED else datetime.fromtimestamp(when, UTC).isoformat()
            row["text"] = row.pop("body")
            told = {name: value for name, value in row.items() if value not in (None, "", [], False)}
            told |= {"cluster": cluster[key(row["id"])]} if key(row["id"]) in cluster else {}
            yield msgspec.json.encode(told).decode() + "\n"
