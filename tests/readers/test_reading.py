import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from dedupe.errors import ReadError
from dedupe.model import Skip, Story
from dedupe.readers import Fields, explain, read, read_all
from tests.readers.made import in_lines, records, written
from tests.strategies import law

SUFFIXES = (".jsonl", ".json", ".csv", ".tsv", ".txt", "")
MARKS = [bytes([byte]) for byte in b'"{[}],\n\r\t\x00\xff']
PIECES = (b'{"title": "A", "text": "B"}', b"title,text", b"A.", *MARKS)


def names(paths: list[Path]) -> list[str]:
    return [record.id for record in read_all(paths) if isinstance(record, Story)]


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    written(tmp_path, "b.csv", "id,text\nx,B\n")
    written(tmp_path, "a.jsonl", in_lines(records(2)))
    assert [str(record.origin) for record in read(tmp_path)] == [
        f"{tmp_path}/a.jsonl:1",
        f"{tmp_path}/a.jsonl:2",
        f"{tmp_path}/b.csv:2",
    ]


def test_a_repeated_id_names_the_later_story_by_where_it_stands(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", in_lines(records(1) * 2))
    assert names([path]) == ["n0", f"n0@{path}:2"]


def test_no_two_stories_have_one_name_even_when_a_file_is_given_again(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", in_lines(records(1) * 2) + b'{"text": "It left."}\n')
    found = names([path] * 3)
    assert found[:6] == ["n0", f"n0@{path}:2", f"{path}:3", f"n0@{path}:1", f"n0@{path}:2#2", f"{path}:3@{path}:3"]
    assert len(set(found)) == 9


def test_a_missing_file_is_told_before_anything_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", in_lines(records(1)))
    with pytest.raises(ReadError, match="gone: no such file"):
        next(read_all([path, tmp_path / "gone"]))


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv", "a.tsv", "a.parquet", "a", "a.csv.gz"])
def test_an_empty_file_holds_no_story(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, name, b"")
    assert (list(read(path)), list(explain(path))) == ([], [])


@drawn(st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join), st.sampled_from(SUFFIXES))
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
    path = written(tmp_path, "dump.jsonl", in_lines(records(1)) + b"broken\n")
    told, skipped = explain(path)
    assert (told.line, told.role, told.story, told.text) == (1, "story", "n0", "Ferry 0 is late")
    assert (skipped.line, skipped.role, skipped.story) == (2, "skipped", "")


def test_the_path_is_told_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "dump", in_lines(records(1)))
    monkeypatch.chdir(tmp_path)
    assert [record.origin.path for record in read("./dump", Fields(format="jsonl"))] == ["./dump"]


def test_reading_lines_imports_nothing_heavy(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", in_lines(records(1)))
    code = "import sys; from dedupe.readers import read; list(read(sys.argv[1])); print({'numpy', 'pyarrow'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
