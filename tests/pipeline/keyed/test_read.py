import bz2
import gzip
import json
import lzma
from collections.abc import Callable, Iterable
from contextlib import chdir
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe import rows
from dedupe.engines.tables import PART
from dedupe.errors import ReadError
from dedupe.model import Skip, Story
from dedupe.pipeline.keyed.read import Read, from_records, from_stories, parts_read, read, skips_of
from dedupe.readers import Fields, chunks
from tests.engines.plain_tables import PlainTables
from tests.readers.made import in_lines, records, written
from tests.strategies import ORIGINS, STORIES, WRITABLE, law

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


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("size", [15, 2000, 12_000, None])
def test_compressed_dumps_and_what_is_left_of_them_are_read_as_they_are_here(
    pack: Callable[[bytes], bytes], size: int | None, tmp_path: Path
) -> None:
    for name in ("archive.txt", "wire.csv", "wire.jsonl"):
        written(tmp_path, f"{name}.gz", pack((DUMPS / name).read_bytes())[:size])
    assert outcome(there, [str(tmp_path)]) == outcome(here, [str(tmp_path)])


def test_parquet_is_read_as_it_is_here_whole_damaged_and_broken_off(tmp_path: Path) -> None:
    for number in (1, 2):
        pq.write_table(pa.Table.from_pylist(records(3000 * number)), tmp_path / f"{number}.parquet", row_group_size=500)
    assert there([str(tmp_path)]) == here([str(tmp_path)])
    whole = (tmp_path / "2.parquet").read_bytes()
    for data in (whole[:-10], whole[:5000] + bytes(1000) + whole[6000:], whole[:60_000] + bytes(1000) + whole[61_000:]):
        path = str(written(tmp_path, "broken.parquet", data))
        assert outcome(there, [path]) == outcome(here, [path])


def test_an_error_is_what_it_is_here(tmp_path: Path) -> None:
    for path in (DUMPS, tmp_path, tmp_path / "gone", written(tmp_path, "dump.csv", b"\x00\x01")):
        assert isinstance(outcome(here, [str(path)]), str)
        assert outcome(there, [str(path)]) == outcome(here, [str(path)])


RECORDS = st.sampled_from(["x", "y", "x@1.jsonl:2", "", None]).flatmap(
    lambda name: st.sampled_from([{"id": name, "text": text} for text in ("One.", "Two.", "")] + ["broken"])
)
FILES = st.lists(
    st.tuples(st.lists(RECORDS, max_size=6), st.sampled_from(["jsonl", "json", "csv", "txt"])), min_size=1, max_size=4
)


@given(FILES, st.integers(1, 4), st.integers(0, 99), st.booleans())
@law
def test_whatever_files_hold_is_read_as_it_is_here(files: Any, parts: int, seed: int, again: bool) -> None:
    with TemporaryDirectory() as name, chdir(name):
        for number, (told, suffix) in enumerate(files):
            written(Path(), f"{number}.{suffix}", encoded(told, suffix))
        paths = [".", *(["0." + files[0][1]] if again else [])]
        expected = outcome(here, paths)
        assert outcome(lambda given: there(given, parts=parts, seed=seed), paths) == expected


def encoded(told: list[Any], suffix: str) -> str:
    """Return records, or what is none, in a format; a page holds only their texts."""
    if suffix == "csv":
        lines = [",".join(str(value or "") for value in each.values()) if each != "broken" else "a,b,c" for each in told]
        return "id,text\n" + "\n".join(lines)
    if suffix == "txt":
        return "\n\n".join(f"Ferry {place} is late\n\nIt left." for place, _ in enumerate(told))
    made = [each if each == "broken" else json.dumps(each) for each in told]
    return "\n".join(made) if suffix == "jsonl" else f"[{', '.join(made)}]"


def outcome(reading: Callable[[list[str]], Local], paths: list[str]) -> Local | str:
    """Return what is read, or what is said where nothing can be."""
    try:
        return reading(paths)
    except ReadError as error:
        return str(error)


def part(path: str, data: list[bytes], first: int = 1) -> pa.RecordBatch:
    """Return lines of a file, or with `first` 0 files, as a part of all."""
    numbers = [first and first + place for place in range(len(data))]
    files = [0 if first else place for place in range(len(data))]
    columns = [pa.array([path] * len(data), pa.string()), pa.array(files, pa.int64()), pa.array(numbers, pa.int64())]
    return pa.RecordBatch.from_arrays([*columns, pa.array(data, pa.binary())], names=list(PART))


def test_no_part_of_a_file_has_all_columns() -> None:
    (batch,) = parts_read(part("dump.jsonl", []), GUESSED)
    assert batch.schema.names == [*rows.schema().names, "file", "nth", "reason"]


def test_batches_are_of_a_few_thousand_stories_however_they_come() -> None:
    lines = BytesIO(in_lines(records(5000))).readlines()
    for batch in (
        part("dump.jsonl", [b"".join(lines)], 0),
        part("dump.jsonl", lines, 7),
        part("dump.jsonl", lines[:1] * 5000, 0),
    ):
        sizes = [len(made) for made in parts_read(batch, GUESSED)]
        assert sum(sizes) == 5000
        assert max(sizes) < 2 * rows.SIZE
        assert len(sizes) == 3


def test_a_field_that_was_named_is_missed_in_the_first_lines_of_a_file() -> None:
    lines = BytesIO(in_lines(records(500))).readlines()
    assert [len(made) for made in parts_read(part("dump.jsonl", lines, 2), Fields(date="wann"))] == [500]
    with pytest.raises(ReadError, match='no field "wann"'):
        list(parts_read(part("dump.jsonl", lines), Fields(date="wann")))


@given(st.lists(STORIES | st.builds(Skip, ORIGINS, WRITABLE), max_size=6).map(lambda told: told + told[:2]), st.integers(0, 99))
@law
def test_stories_that_are_here_become_tables(told: list[Story | Skip], seed: int) -> None:
    repeated: list[str] = []
    expected = [each for chunk in rows.named_apart(rows.chunked(told), repeated) for each in chunk.records()]
    stories = sorted((each for each in expected if isinstance(each, Story)), key=lambda story: story.id)
    tables = PlainTables(seed=seed)
    made = collected(tables, from_stories(tables, told))
    assert made == (stories, tuple(each for each in expected if isinstance(each, Skip)), len(repeated))


ROWS = st.lists(st.tuples(st.sampled_from(["x", "x@-:1", "y", None]), st.sampled_from(["One.", "Two.", None])), max_size=9)


@given(ROWS, st.randoms(use_true_random=False))
@law
def test_the_rows_of_a_frame_are_read_alike_in_any_order_and_parts(told: list[tuple[str, str]], random: Random) -> None:
    made = []
    for parts in (1, 3, 4):
        random.shuffle(told)
        tables = PlainTables(parts, parts)
        columns = [pa.array([row[place] for row in told], pa.string()) for place in (0, 1)]
        frame = tables.table(pa.table([*columns, pa.array(range(len(told)))], names=["id", "text", "other"]))
        made.append(collected(tables, from_records(tables, frame)))
    assert made[0] == made[1] == made[2]
    stories, skips, repeated = made[0]
    whole = [row for row in told if all(row)]
    assert sorted(story.body for story in stories) == sorted(text for _, text in whole)
    assert (len(stories) + len(skips), len(stories) - repeated) == (len(told), len({name for name, _ in whole}))


def test_a_frame_without_an_id_is_refused() -> None:
    tables = PlainTables()
    with pytest.raises(ReadError, match='the data frame needs a column "id"'):
        from_records(tables, tables.table(pa.table({"text": ["One."]})))
