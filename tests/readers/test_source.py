import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from dedupe.errors import ReadError
from dedupe.readers.source import opened
from tests.readers.made import in_lines, records, written


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.csv: no such file"), opened(str(tmp_path / "gone.csv")):
        pass


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="directory"), opened(str(tmp_path)):
        pass


def test_the_suffix_is_that_of_the_dump_and_not_of_its_compression(tmp_path: Path) -> None:
    for name, suffix in {"a.CSV.gz": ".csv", "b.jsonl": ".jsonl", "c": "", "d.gz": ""}.items():
        with opened(str(written(tmp_path, name, b"x"))) as source:
            assert source.suffix == suffix


def test_only_a_file_as_it_stands_is_plain(tmp_path: Path) -> None:
    for name, data in {"a": b"plain", "b": gzip.compress(b"packed"), "c": b"\xef\xbb\xbfmarked"}.items():
        with opened(str(written(tmp_path, name, data))) as source:
            assert source.is_plain is (name == "a")


def test_the_head_is_still_to_be_read(tmp_path: Path) -> None:
    with opened(str(written(tmp_path, "a", b"\xef\xbb\xbfone\ntwo"))) as source:
        assert (source.head, source.stream.read()) == (b"one\ntwo", b"one\ntwo")


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_is_read_as_a_file_is(pack: type[bytes]) -> None:
    code = "from dedupe.readers import read; print([(story.id, str(story.origin)) for story in read('-')])"
    done = subprocess.run([sys.executable, "-c", code], input=pack(in_lines(records(2))), capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[('n0', '-:1'), ('n1', '-:2')]"
