import inspect
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.diff import compare
from dedupe.model import Story
from dedupe.reports import diff_text
from dedupe.reports.cells import columns
from tests.diff.made import ANY, LEFT, RIGHT, told
from tests.reports.made import TITLES
from tests.strategies import law

ESCAPES = ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[36m")


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    assert diff_text.render(compare(LEFT, RIGHT)).strip() in inspect.cleandoc(diff_text.__doc__ or "")


@law
@given(ANY, ANY, TITLES, st.integers(40, 120))
def test_no_line_is_wider_than_the_terminal(left: str, right: str, title: str, width: int) -> None:
    text = diff_text.render(compare(told(left, title), told(right, left)), width=width)
    assert max(map(columns, text.splitlines())) <= width


@law
@given(ANY, ANY, TITLES)
def test_colour_adds_only_colour(left: str, right: str, title: str) -> None:
    diff = compare(told(left, title), told(right, left))
    coloured = diff_text.render(diff, colour=True)
    for escape in ESCAPES:
        coloured = coloured.replace(escape, "")
    assert coloured == diff_text.render(diff)
    assert "\x1b" not in coloured


def test_equal_stories_are_said_to_be() -> None:
    assert diff_text.render(compare(LEFT, LEFT)).splitlines()[-1] == "Both tell the same in the same words."


def test_who_told_it_and_when_stands_above() -> None:
    story = Story("p1", "Ferry aground", "One two.", source="The Post", published=datetime(2026, 3, 4, 12, tzinfo=UTC))
    assert diff_text.render(compare(story, RIGHT)).startswith("left   p1, The Post, 2026-03-04, 2 words\n       Ferry aground\n")


def test_the_middle_of_a_long_stretch_without_a_change_is_folded() -> None:
    long = " ".join(f"word{n}" for n in range(60))
    text = diff_text.render(compare(told(f"old start {long} end"), told(f"new start {long} end")))
    assert "… (54 words)" in text
    assert "word6\n" in text
    assert "word7" not in text


@pytest.mark.parametrize("width", [0, 39])
def test_a_very_narrow_terminal_still_has_its_diff(width: int) -> None:
    assert diff_text.render(compare(LEFT, RIGHT), width=width) == diff_text.render(compare(LEFT, RIGHT), width=40)


def test_titles_without_a_word_in_common_stand_only_above() -> None:
    assert "Title\n" not in diff_text.render(compare(told("a b", "Ferry aground"), told("a c", "Bakers win")))
