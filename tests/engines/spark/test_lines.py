from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from dedupe.engines.spark import Bounds, Spark
from tests.engines.shapes import RANDOM, Rows, rows

pytestmark = pytest.mark.spark

Found = dict[str, list[bytes]]


@pytest.fixture(scope="module")
def engine(spark: Any) -> Iterator[Spark]:
    names = ("spark.sql.files.maxPartitionBytes", "spark.sql.files.openCostInBytes")
    before = {name: spark.conf.get(name) for name in names}
    for name, size in zip(names, ("300", "10"), strict=True):
        spark.conf.set(name, size)
    yield Spark(spark, bounds=Bounds(split=200))
    for name, size in before.items():
        spark.conf.set(name, size)


def told(part: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    yield part.slice(0, len(part) // 2)
    yield part.slice(len(part) // 2)


def written(path: Path, lines: list[bytes], end: bytes = b"\n") -> list[bytes]:
    path.write_bytes(b"\n".join(lines) + end)
    return [*(line + b"\n" for line in lines[:-1]), lines[-1] + end]


def some_lines(count: int) -> list[bytes]:
    return [b'{"text": "' + b"x\xff" * int(length) + b'"}' for length in RANDOM.integers(0, 90, count)]


def found(engine: Spark, *paths: str) -> Rows:
    return rows(engine.collect(engine.read(paths, told)))


def numbered(path: str, file: int, lines: list[bytes]) -> Rows:
    return [(path, file, number, line) for number, line in enumerate(lines, 1)]


def test_lines_of_large_files_are_numbered_wherever_they_are_read(engine: Spark, tmp_path: Path) -> None:
    folder = tmp_path / "a folder%20of é"
    folder.mkdir()
    some = [
        written(folder / "a.jsonl", some_lines(150)),
        written(folder / "b.ndjson", [*some_lines(40), b"", b"", b'{"of": "\r"}\r', *some_lines(3)], b""),
        written(folder / "c[1].JL", [b'{"long": "' + b"y" * 3000 + b'"}', *some_lines(20), b""]),
        written(folder / "d.jsonl", [b'\r{"first": 1}'[1:] + b" " * 400 + b"\r"] * 9, b""),
    ]
    want = [row for file, lines in enumerate(some) for row in numbered(_path(folder, file), file, lines)]
    assert found(engine, str(folder)) == sorted(want, key=repr)


def _path(folder: Path, file: int) -> str:
    return str(folder / ("a.jsonl", "b.ndjson", "c[1].JL", "d.jsonl")[file])


def test_a_byte_order_mark_is_no_part_of_the_first_line(engine: Spark, tmp_path: Path) -> None:
    lines = written(tmp_path / "plain.jsonl", some_lines(30), b"")
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + b"".join(lines))
    path = f"{tmp_path}/a.jsonl"
    assert found(engine, path) == sorted(numbered(path, 0, lines), key=repr)


def test_what_only_looks_like_lines_is_read_whole(engine: Spark, tmp_path: Path) -> None:
    contents = {
        "array.jsonl": b'[{"text": "' + b"x" * 400 + b'"}]',
        "small.jsonl": b'{"text": "x"}\n' * 4,
        "packed.jsonl": b"\x1f\x8b" + b"\x00" * 400,
        "text.txt": b'{"text": "x"}\n' * 40,
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    want = [(f"{tmp_path}/{name}", file, 0, contents[name]) for file, name in enumerate(sorted(contents))]
    assert found(engine, str(tmp_path)) == sorted(want, key=repr)


def test_a_file_named_twice_is_read_twice_by_whatever_names(engine: Spark, tmp_path: Path) -> None:
    lines = written(tmp_path / "a.jsonl", some_lines(30))
    paths = [
        f"{tmp_path}/a.jsonl",
        f"{tmp_path}/*.jsonl",
        f"file://{tmp_path}/a.jsonl",
        f"file://{tmp_path}",
        f"file://{tmp_path}/a*",
    ]
    names = [paths[0], paths[0], *[paths[2]] * 3]
    want = [row for file, name in enumerate(names) for row in numbered(name, file, lines)]
    assert found(engine, *paths) == sorted(want, key=repr)


def test_no_files_are_no_rows(engine: Spark) -> None:
    assert found(engine) == []
