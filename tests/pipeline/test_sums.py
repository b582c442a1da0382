from dataclasses import replace
from pathlib import Path

import pytest

from dedupe import check
from dedupe.errors import StaleIndexError
from dedupe.index import Index
from dedupe.model import Story, Tally
from dedupe.pipeline.sums import SOURCES, held
from tests.index.made import made
from tests.pipeline.test_health import KNOWN, emptied, found, told

USUAL = told(100, KNOWN)
BAD = emptied(told(1, 10, 4))


def sums(folder: Path) -> tuple[Tally, ...]:
    with Index.reading(folder) as index:
        return held(index)


def test_what_was_added_in_one_go_or_in_pieces_has_the_same_sums(tmp_path: Path) -> None:
    stories = [*USUAL, *BAD, replace(USUAL[0], id="mail", source="", url="https://mail.example/a", truncated=True)]
    pieces = [stories[at : at + 9] for at in range(0, len(stories), 9)]
    assert (
        sums(made(tmp_path / "one", stories))
        == sums(made(tmp_path / "many", *pieces))
        == (
            Tally("Post", "", KNOWN + 10, empty=10),
            Tally("mail.example", "", 1, cut=1),
        )
    )


@pytest.mark.parametrize("textless", [False, True])
def test_a_check_against_an_index_finds_a_rate_that_jumped(textless: bool, tmp_path: Path) -> None:
    with Index.reading(made(tmp_path / "held", USUAL, textless=textless)) as index:
        assert found(check(BAD, index)) == found(check(BAD, USUAL)) == [("empty", "Post", "2026-05-04", 10, 10)]


def test_stories_of_unnamed_sources_are_not_counted(tmp_path: Path) -> None:
    nameless: list[Story] = [replace(one, source="", url="") for one in USUAL]
    assert sums(made(tmp_path / "held", nameless)) == ()


def test_sums_that_cannot_be_read_are_a_damaged_index(tmp_path: Path) -> None:
    with Index.writing(made(tmp_path / "held", USUAL), 1) as index:
        for value in ("{", "[]", '{"Post": 7}', '{"Post": ["a"]}'):
            index.catalogue.put(SOURCES, value)
            with pytest.raises(StaleIndexError):
                held(index)
