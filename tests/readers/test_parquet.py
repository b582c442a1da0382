import gzip
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dedupe.errors import ReadError
from dedupe.readers import Fields, read
from tests.readers.made import given, records, skips, stories, told, written


def table(folder: Path, columns: dict[str, Any], name: str = "dump.parquet") -> Path:
    pq.write_table(pa.table(columns), folder / name)
    return folder / name


def test_a_row_is_a_story_and_its_line_is_its_number(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(records(3000)), tmp_path / "dump.parquet", row_group_size=700)
    assert told(tmp_path / "dump.parquet") == given(records(3000))
    assert [story.origin.line for story in stories(tmp_path / "dump.parquet")] == list(range(1, 3001))


@pytest.mark.parametrize(
    "dates",
    [
        pa.array([1757830200], pa.timestamp("s")),
        pa.array([1757830200 * 10**9 + 1], pa.timestamp("ns", "Europe/Paris")),
        pa.array(["2025-09-14T06:10:00Z"]),
        pa.array([1757830200000]),
    ],
)
def test_dates_are_read_from_every_type(dates: pa.Array, tmp_path: Path) -> None:
    (story,) = stories(table(tmp_path, {"text": ["It left."], "date": dates}))
    assert story.published == datetime(2025, 9, 14, 6, 10, tzinfo=UTC)


def test_days_lists_and_structures_are_read(tmp_path: Path) -> None:
    columns = {
        "text": pa.array([["One.", "Two."]]),
        "date": pa.array([20345], pa.date32()),
        "source": pa.array([{"id": None, "name": "Northline"}]),
        "bullets": pa.array([["A", "B"]]),
        "id": pa.array(["x"]).dictionary_encode(),
    }
    (story,) = stories(table(tmp_path, columns))
    assert (story.id, story.body, story.source, story.summary) == ("x", "One.\n\nTwo.", "Northline", ("A", "B"))
    assert story.published == datetime(2025, 9, 14, tzinfo=UTC)


def test_a_row_without_title_and_text_is_skipped(tmp_path: Path) -> None:
    path = table(tmp_path, {"text": ["A", None, "B"]})
    assert skips(path) == [(2, 'no "title" or "text"; each record needs one')]


def test_text_that_is_not_utf_8_is_read(tmp_path: Path) -> None:
    broken = pa.array([b"caf\xe9 au lait"]).cast(pa.string(), safe=False)
    assert [story.body for story in stories(table(tmp_path, {"text": broken}))] == ["caf\ufffd au lait"]


def test_a_table_without_a_text_column_names_its_columns(tmp_path: Path) -> None:
    path = table(tmp_path, {"nr": [1], "tekst": ["It left."]})
    with pytest.raises(ReadError, match="found: nr, tekst; name one with --text-field"):
        list(read(path))
    assert stories(path, Fields(text="tekst"))[0].body == "It left."


def test_parquet_is_known_by_its_first_bytes_and_may_be_compressed(tmp_path: Path) -> None:
    path = table(tmp_path, {"text": ["It left."]}, "dump.bin")
    packed = written(tmp_path, "dump.parquet.gz", gzip.compress(path.read_bytes()))
    assert [story.body for story in stories(path) + stories(packed)] == ["It left.", "It left."]


def test_a_damaged_file_cannot_be_read(tmp_path: Path) -> None:
    whole = table(tmp_path, {"text": ["It left."]}).read_bytes()
    for data in (whole[:-10], b"no parquet"):
        with pytest.raises(ReadError, match=r"dump\.parquet: is not Parquet, or damaged"):
            list(read(written(tmp_path, "dump.parquet", data)))


def test_an_empty_table_holds_no_story(tmp_path: Path) -> None:
    assert list(read(table(tmp_path, {"text": pa.array([], pa.string())}))) == []
