import json
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dedupe.engines.spark import Spark
from dedupe.errors import DedupeError
from tests.engines.shapes import rows, table

pytestmark = pytest.mark.spark


def noted(some: pa.RecordBatch, note: str) -> pa.RecordBatch:
    with Path(note).open("a") as file:
        file.write("." * min(1, len(some)))
    return some


def kept(engine: Spark, note: Path, count: int) -> list[Any]:
    made = engine.map(engine.table(table(n=range(count))), partial(noted, note=str(note)))
    one = engine.keep("one", made)
    return rows(engine.collect(one)) + rows(engine.collect(engine.keep("other", engine.select(one, ["n"]))))


def test_a_run_takes_up_what_another_kept(spark: Any, tmp_path: Path) -> None:
    note, folder = tmp_path / "note", tmp_path / "kept"
    found = kept(Spark(spark, folder=str(folder)), note, 5)
    assert found == [(n,) for n in range(5)] * 2
    made = note.read_text()
    assert made
    (folder / "other-1" / "_SUCCESS").unlink()  # as if it had been killed there
    assert kept(Spark(spark, folder=f"file://{folder}/"), note, 5) == found
    assert note.read_text() == made
    assert {path.name for path in folder.iterdir()} == {"one-0", "other-1"}


def test_a_temporary_folder_goes_with_the_engine(spark: Any) -> None:
    with Spark(spark) as engine:
        engine.keep("rows", engine.table(table(n=[1])))
        folder = Path(engine._keeping._temporary)
        assert [path.name for path in folder.iterdir()] == ["rows-0"]
    assert not folder.exists()
    assert spark.range(1).count() == 1  # the session was not made by the engine, and stays


def test_rows_are_written_into_new_folders(spark: Any, tmp_path: Path) -> None:
    engine = Spark(spark)
    made = engine.table(pa.table({"n": pa.array([1, 2], pa.int64()), "text": ["é", None]}))
    for style in ("parquet", "jsonl"):
        engine.write(made, f"{tmp_path}/{style}", style)
        with pytest.raises(DedupeError, match="is there already"):
            engine.write(made, f"{tmp_path}/{style}", style)
    assert rows(pq.read_table(tmp_path / "parquet")) == [(1, "é"), (2, None)]
    lines = [line for path in (tmp_path / "jsonl").glob("*.json") for line in path.read_text(encoding="utf-8").splitlines()]
    assert sorted(json.loads(line)["n"] for line in lines) == [1, 2]
    with pytest.raises(DedupeError, match="style"):
        engine.write(made, f"{tmp_path}/other", "csv")


def test_bytes_that_are_shuffled_are_counted(spark: Any) -> None:
    engine = Spark(spark)
    before = engine.shuffled()
    engine.count(engine.distinct(engine.table(table(n=range(10000)))))
    assert before + 10_000 < engine.shuffled() < before + 1_000_000


def test_a_folder_of_another_run_is_refused(spark: Any, tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    for _ in range(2):
        Spark(spark, folder=str(folder)).claim("one")
    with pytest.raises(DedupeError, match="holds a run with other inputs or settings"):
        Spark(spark, folder=str(folder)).claim("other")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("")
    with pytest.raises(DedupeError, match="is no checkpoint and not empty"):
        Spark(spark, folder=str(tmp_path / "full")).claim("one")


def test_a_path_is_told_from_where_the_command_was_given_not_from_where_java_started(
    spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Spark(spark, folder="kept") as engine:
        assert engine.vacant("out")
        engine.write(engine.keep("rows", engine.table(table(n=[1]))), "out", "parquet")
        assert not engine.vacant("out")
    assert {path.name for path in tmp_path.iterdir()} == {"out", "kept"}
