from pathlib import Path

from dedupe.readers.lines import lines
from dedupe.readers.source import opened
from tests.readers.made import written


def test_lines_are_numbered_from_one(tmp_path: Path) -> None:
    with opened(str(written(tmp_path, "a", b"one\n\nthree"))) as source:
        assert list(lines(source)) == [(1, b"one\n"), (2, b"\n"), (3, b"three")]


def test_a_line_that_is_too_long_is_cut_and_counts_as_one(tmp_path: Path) -> None:
    with opened(str(written(tmp_path, "a", b"x" * 25 + b"\nnext\n" + b"y" * 10))) as source:
        assert list(lines(source, longest=10)) == [(1, b"x" * 10), (2, b"next\n"), (3, b"y" * 10)]
