import gzip
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pytest

from dedupe import rows
from dedupe.errors import ReadError
from dedupe.model import Skip, Story
from dedupe.pipeline.keyed.read import Read, parts_read, read, skips_of
from dedupe.readers import Fields, chunks
from tests.engines.plain_tables import PlainTables

DUMPS = Path(__file__).parent.parent.parent.parent / "fixtures" / "dumps"
GUESSED = Fields()

Local = tuple[list[Story], tuple[Skip, ...], int]


def here(paths: Iterable[str], fields: Fields = GUESSED) -> Local:
    """Return what is read in this process: the stories, the skips, and how many stories were named anew."""
    repeated: list[str] = []
    skips: list[Skip] = []
    made = list(rows.batches(chunks(paths, fields, repeated), skips.append))
    return by_id(pa.Table.from_batches(made, rows.schema())), tuple(skips), len(repeated)


def there(paths: Iterable[str], fields: Fields = GUESSED, parts: int = 3, seed: int = 0) -> Local:
    """Return what is read over tables."""
    tables = PlainTables(parts, seed)
    return collected(tables, read(tables, paths, fields))


def collected(tables: PlainTables, made: Read) -> Local:
    stories = tables.collect(made.stories)
    assert stories.schema == rows.schema()
    return by_id(stories), skips_of(tables.collect(made.skips)), made.repeated


def by_id(table: pa.Table) -> list[Story]:
    told = [story for batch in table.to_batches() for story in rows.stories(batch)]
    assert table.column("key").to_pylist() == [rows.key(story.id) for story in told]
    return sorted(told, key=lambda story: story.id)


@pytest.mark.parametrize("parts", [1, 4])
@pytest.mark.parametrize("names", ["archive.txt", "wire.csv", "wire.jsonl", "world.jsonl", "wire.jsonl wire.csv wire.jsonl"])
def test_dumps_are_read_as_they_are_here(names: str, parts: int) -> None:
    paths = [str(DUMPS / name) for name in names.split()]
    assert there(paths, parts=parts) == here(paths)


@pytest.mark.parametrize("size", [15, 2000, 12_000])
def test_damaged_dumps_are_read_as_they_are_here(size: int, tmp_path: Path) -> None:
    for name in ("archive.txt", "wire.csv", "wire.jsonl"):
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress((DUMPS / name).read_bytes())[:size])
    assert told_of(there, [str(tmp_path)]) == told_of(here, [str(tmp_path)])


def test_an_error_is_what_it_is_here() -> None:
    assert "no column holds the text" in told_of(here, [str(DUMPS)])
    assert told_of(there, [str(DUMPS)]) == told_of(here, [str(DUMPS)])


def told_of(reading: object, paths: list[str]) -> object:
    try:
        return reading(paths)  # type: ignore[operator]
    except ReadError as error:
        return str(error)


def test_no_part_of_a_file_has_all_columns() -> None:
    kinds = {"path": pa.string(), "file": pa.int64(), "line": pa.int64(), "data": pa.binary()}
    (batch,) = parts_read(pa.RecordBatch.from_pylist([], pa.schema(list(kinds.items()))), GUESSED)
    assert batch.schema.names == [*rows.schema().names, "file", "nth", "reason"]
