import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from dedupe.model import Origin, Story
from dedupe.readers import explain, read
from tests.readers.made import skips, stories, written

PAGE = Path(__file__).parent.parent.parent / "fixtures" / "dumps" / "archive.txt"
TEXT = PAGE.read_text(encoding="utf-8")


def moved(found: list[Story], path: Path) -> list[Story]:
    """Return the stories as if they had been read from another path."""
    return [
        replace(story, id=story.id.replace(str(PAGE), str(path)), origin=replace(story.origin, path=str(path))) for story in found
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.txt.gz", gzip.compress(TEXT.encode())),
        ("page.txt", TEXT.encode("utf-16")),
        ("page.txt", TEXT.encode("utf-8-sig")),
        ("page.txt", TEXT.replace("\n", "\r\n").encode()),
        ("page.txt", TEXT.replace("\n", "\r").encode()),
        ("page", TEXT.encode()),
    ],
    ids=["gzip", "utf-16", "utf-8 with mark", "crlf", "cr", "no suffix"],
)
def test_a_page_tells_the_same_however_it_is_written(name: str, data: bytes, tmp_path: Path) -> None:
    path = written(tmp_path, name, data)
    assert stories(path) == moved(stories(PAGE), path)


def test_a_line_of_50_mb_is_skipped_and_the_page_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "page.txt", TEXT + "\n" + "x" * 50_000_000 + "\n")
    assert skips(path) == [(TEXT.count("\n") + 2, "is a line of over 8 MB; no story is that long")]
    assert [story.title for story in stories(path)] == [story.title for story in stories(PAGE)]


def test_of_a_page_that_breaks_off_what_stands_before_is_read(tmp_path: Path) -> None:
    packed = gzip.compress(TEXT.encode())
    path = written(tmp_path, "page.txt.gz", packed[: len(packed) // 2])
    first, *_, last = read(path)
    assert isinstance(first, Story)
    assert first.title == stories(PAGE)[0].title
    assert last.origin == Origin(str(path), last.origin.line, last.origin.line)
    assert [reason for _, reason in skips(path)] == ["the gzip data end too early; the rest of the file is lost"]


def test_every_line_of_a_page_is_explained() -> None:
    told = list(explain(PAGE))
    lines = TEXT.split("\n")
    assert {number for number, line in enumerate(lines, 1) if line.strip()} <= {role.line for role in told}
    assert {story.id for story in stories(PAGE)} == {role.story for role in told} - {""}
