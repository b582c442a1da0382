"""The laws of files that are read as rows."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

from dedupe.engines.tables import Tables
from dedupe.errors import DedupeError
from tests.engines.shapes import Rows, rows


def lines(part: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Yield each line in a batch of its own, and one without any: the columns are told even of no rows."""
    texts: Rows = [
        (path, file, number or count, line)
        for path, file, number, data in zip(*(column.to_pylist() for column in part.columns), strict=True)
        for count, line in enumerate(data.splitlines() or [b""], 1)
    ]
    for some in ([], *([text] for text in texts)):
        yield pa.RecordBatch.from_arrays(
            [pa.array([text[i] for text in some], part.schema.types[i]) for i in range(4)], schema=part.schema
        )


def test_files_are_read_whole_in_their_places(tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["b/two 2.txt", "b/a/x[1]%20é.json", "b/a=1/#.csv", "one.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_bytes(f"{name}\nof\xff".encode("latin-1", "replace"))
    (tmp_path / "b" / ".hidden.txt").write_text("hidden")
    made = tables.collect(tables.read(["one.txt", "b/", "one.txt"], lines))
    told = ["one.txt", "b/a/x[1]%20é.json", "b/a=1/#.csv", "b/two 2.txt", "one.txt"]
    texts = [(tmp_path / name).read_bytes().splitlines() for name in told]
    want = [(told[file], file, 1 + n, line) for file, some in enumerate(texts) for n, line in enumerate(some)]
    assert rows(made) == sorted(want, key=repr)


def test_a_path_where_nothing_is_stops_a_run(tables: Tables, tmp_path: Path) -> None:
    with pytest.raises(DedupeError, match="no such file"):
        tables.read([f"{tmp_path}/nothing.txt"], lines)
    with pytest.raises(DedupeError, match="in this folder"):
        tables.read([str(tmp_path)], lines)
