from pathlib import Path
from typing import Any

import pytest

from dedupe.engines.spark import reading
from dedupe.engines.spark.listing import listed
from dedupe.engines.spark.reading import read
from dedupe.engines.tables import LAYOUT
from dedupe.errors import ReadError
from dedupe.readers.folders import files, is_dump
from tests.engines.spark.test_lines import told

pytestmark = pytest.mark.spark


def is_text(name: str) -> bool:
    return name.endswith(".txt")


def test_files_of_folders_are_those_of_the_names_asked_for(spark: Any, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden/c.txt", "other.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    folder = str(tmp_path)
    here = listed(spark, [folder, f"{folder}/other.csv"], is_text)
    assert [file.path for file in here] == [f"{folder}/{name}" for name in ("a/z.txt", "b.txt", "other.csv")]
    assert [(file.number, file.size) for file in here] == [(0, 4), (1, 4), (2, 4)]
    away = listed(spark, [f"file://{folder}", f"file://{folder}/other.csv"], is_text)
    assert [(file.path, file.url) for file in away] == [(f"file://{file.path}", file.url) for file in here]


def test_folders_hold_what_readers_find_in_them(spark: Any, tmp_path: Path) -> None:
    for name in ("b/z.jsonl", "b.txt", "b/a.CSV.gz", "b/notes.doc", "b-1/c.txt", "B.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    for folder in (str(tmp_path), f"{tmp_path}/"):
        assert [file.path for file in listed(spark, [folder], is_dump)] == files(folder)


@pytest.mark.parametrize("path", ["nothing.txt", "*.txt", "_started.csv"])
def test_a_path_that_spark_cannot_read_stops_a_run(spark: Any, tmp_path: Path, path: str) -> None:
    (tmp_path / "_started.csv").write_text("text")
    for place in (str(tmp_path), f"file://{tmp_path}"):
        with pytest.raises(ReadError, match=r"no such file|passes over|nothing to read"):
            listed(spark, [f"{place}/{path}"], is_text)


def test_a_file_too_large_for_a_row_stops_a_run(spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_text("text")
    monkeypatch.setattr(reading, "WHOLE", 3)
    with pytest.raises(ReadError, match="is over 2 GB"):
        read(spark, [f"{tmp_path}/a.csv"], told, LAYOUT, 1)
