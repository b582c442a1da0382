from pathlib import Path

import pytest

from dedupe.errors import ReadError
from dedupe.readers.folders import files
from tests.readers.made import written


def test_a_folder_gives_its_dumps_sorted_and_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.csv", "a.jsonl.gz", "inner/c.TXT", "README.md", ".d.csv", ".git/e.json", "f.gz", "g.py"):
        written(tmp_path, name, b"")
    assert files(str(tmp_path)) == [f"{tmp_path}/{name}" for name in ("a.jsonl.gz", "b.csv", "inner/c.TXT")]


def test_a_path_stays_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "a.csv", b"")
    monkeypatch.chdir(tmp_path)
    assert (files("."), files("./"), files("./a.csv"), files("-")) == (["./a.csv"], ["./a.csv"], ["./a.csv"], ["-"])


def test_a_folder_without_a_dump_is_an_error(tmp_path: Path) -> None:
    written(tmp_path, "README.md", b"# nothing")
    with pytest.raises(ReadError, match=r"no dump in this folder; their names end in \.txt, "):
        files(str(tmp_path))


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="gone: no such file"):
        files(str(tmp_path / "gone"))
