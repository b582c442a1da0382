import gzip
import subprocess
import sys
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume
from hypothesis import given as drawn
from hypothesis import strategies as st

from dedupe.errors import ReadError
from dedupe.model import Skip, Story
from dedupe.readers import Fields, explain, in_lines, of_bytes, of_lines, read, read_all
from dedupe.rows import Chunk
from tests.readers import made
from tests.readers.made import records, written
from tests.strategies import law

SUFFIXES = (".jsonl", ".json", ".csv", ".tsv", ".txt", "")
MARKS = [bytes([byte]) for byte in b'"{[}],\n\r\t\x00\xff']
PIECES = (b'{"title": "A", "text": "B"}', b"title,text", b"A.", *MARKS)
DATA = st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join)
LINES = (
    *(
        b'{"title": "A", "text": "B"}\n',
        b'{"id": "x", "text": "C\\ud83d", "score": NaN}\r\n',
        b'{"text": ""}\n',
        b'{"text": "D"}',
    ),
    *(b"\n", b"7\n", b"[1]\n", b"broken\n", b"\xff\n", b'{"text": "caf\xe9"}\n', b'{"text": "\r"}\n', b" \r\n"),
)


def names(paths: list[Path]) -> list[str]:
    return [record.id for record in read_all(paths) if isinstance(record, Story)]


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    written(tmp_path, "b.csv", "id,text\nx,B\n")
    written(tmp_path, "a.jsonl", made.in_lines(records(2)))
    assert [str(record.origin) for record in read(tmp_path)] == [
        f"{tmp_path}/a.jsonl:1",
        f"{tmp_path}/a.jsonl:2",
        f"{tmp_path}/b.csv:2",
    ]


def test_a_repeated_id_names_the_later_story_by_where_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", made.in_lines(records(1) * 2))
    assert names([path]) == ["n0", f"n0@{path}:2"]


def test_no_two_stories_have_one_name_even_when_a_file_is_given_again(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", made.in_lines(records(1) * 2) + b'{"text": "It left."}\n')
    found = names([path] * 3)
    assert found[:6] == ["n0", f"n0@{path}:2", f"{path}:3", f"n0@{path}:1", f"n0@{path}:2#2", f"{path}:3@{path}:3"]
    assert len(set(found)) == 9


def test_a_missing_file_is_told_before_anything_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", made.in_lines(records(1)))
    with pytest.raises(ReadError, match="gone: no such file"):
        next(read_all([path, tmp_path / "gone"]))


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.parquet", "a", "a.csv.gz"])
def test_an_empty_file_holds_no_story(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, name, b"")
    assert (list(read(path)), list(explain(path))) == ([], [])


@drawn(DATA, st.sampled_from(SUFFIXES))
@law
def test_whatever_a_file_holds_it_is_stories_skips_or_a_read_error(data: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            found = list(read(written(Path(folder), f"dump{suffix}", data)))
        except ReadError:
            return
    assert all(isinstance(record, Story | Skip) for record in found)
    assert all(
        1 <= record.origin.line <= record.origin.last_line <= 2 + data.count(b"\n") + data.count(b"\r") for record in found
    )


def test_a_story_of_one_word_is_a_story(tmp_path: Path) -> None:
    (story,) = read(written(tmp_path, "dump.jsonl", b'{"text": "Fire"}'))
    assert isinstance(story, Story)
    assert story.body == "Fire"


def test_the_lines_of_records_are_explained_by_their_titles(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", made.in_lines(records(1)) + b"broken\n")
    told, skipped = explain(path)
    assert (told.line, told.role, told.story, told.text) == (1, "story", "n0", "Ferry 0 is late")
    assert (skipped.line, skipped.role, skipped.story) == (2, "skipped", "")


def test_the_path_is_told_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "dump", made.in_lines(records(1)))
    monkeypatch.chdir(tmp_path)
    assert [record.origin.path for record in read("./dump", Fields(format="jsonl"))] == ["./dump"]


def test_reading_lines_imports_nothing_heavy(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", made.in_lines(records(1)))
    code = "import sys; from dedupe.readers import read; list(read(sys.argv[1])); print({'numpy', 'pyarrow'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def told(chunks: Iterable[Chunk]) -> list[Story | Skip]:
    return [record for chunk in chunks for record in chunk.records()]


def outcome(reading: Callable[[], list[Story | Skip]]) -> list[Story | Skip] | str:
    """Return what is read, or what is said where nothing can be."""
    try:
        return reading()
    except ReadError as error:
        return str(error)


@drawn(DATA, st.sampled_from((*SUFFIXES, ".parquet")), st.sampled_from([bytes, gzip.compress]), st.integers(0, 9))
@law
def test_the_bytes_of_a_file_are_read_as_the_file_is(data: bytes, suffix: str, pack: Callable[[bytes], bytes], cut: int) -> None:
    packed = pack(data)
    packed = packed[: len(packed) - cut]
    with TemporaryDirectory() as folder:
        path = written(Path(folder), f"dump{suffix}", packed)
        expected = outcome(lambda: list(read(path)))
    assert outcome(lambda: told(of_bytes(str(path), packed))) == expected


@drawn(st.lists(st.sampled_from(LINES), max_size=12).map(b"".join), st.integers(0, 99))
@law
def test_lines_are_read_alone_as_they_are_among_the_others(data: bytes, seed: int) -> None:
    with TemporaryDirectory() as folder:
        path = written(Path(folder), "dump.jsonl", data)
        assume(in_lines(str(path), data))
        expected = list(read(path))
    lines = list(enumerate(BytesIO(data).readlines(), 1))
    Random(seed).shuffle(lines)
    parts = [lines[:3], lines[3:]]
    found = [record for part in parts for record in told(of_lines(str(path), part))]
    assert sorted(found, key=lambda record: record.origin.line) == expected


def test_a_file_may_be_read_by_its_lines_if_each_is_a_record_as_it_stands() -> None:
    line = made.in_lines(records(1))
    marked, wide = b"\xef\xbb\xbf" + line, line.decode().encode("utf-16")
    assert in_lines("dump.jsonl", line)
    assert in_lines("dump", line, Fields(format="jsonl"))
    for name, data in {"a.jsonl": b"[" + line, "b.json": line, "c.csv": line, "d": line}.items():
        assert not in_lines(name, data)
    for data in (gzip.compress(line), marked, wide, b"PAR1", b"\x00"):
        assert not in_lines("dump.jsonl", data)
    assert not in_lines("dump.jsonl", line, Fields(format="csv"))


def test_the_first_line_of_what_are_no_json_lines_is_refused() -> None:
    with pytest.raises(ReadError, match="dump: is not JSON Lines"):
        list(of_lines("dump", [(1, b"title,text\n")]))


def test_a_named_field_is_missed_in_the_first_lines_only_and_only_if_none_is_elsewhere() -> None:
    fields, lines = Fields(date="wann"), list(enumerate(BytesIO(made.in_lines(records(120))).readlines(), 1))
    with pytest.raises(ReadError, match=r'dump\.jsonl: no field "wann"; found: id, title, text'):
        list(of_lines("dump.jsonl", lines, fields))
    for some in (lines[:9], lines[1:], lines[:50] + lines[51:], []):
        assert len(told(of_lines("dump.jsonl", some, fields))) == len(some)
