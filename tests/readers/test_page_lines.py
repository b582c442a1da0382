import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.readers.page_lines import Line, bare_line, lines_of, solid_lines
from tests.readers.pages import ENGLISH, LAYOUTS, laid_out
from tests.strategies import TEXTS, law


@given(st.lists(TEXTS | st.sampled_from(["", " ", "-----", "***"]), max_size=30))
@law
def test_solid_lines_stand_where_they_stand_on_the_page(page: list[str]) -> None:
    raw = lines_of("\n".join(page))
    for line in solid_lines(raw):
        assert line.text == " ".join(bare_line(text) for text in raw[line.number - 1 : line.last])


def test_lines_are_counted_as_editors_do() -> None:
    assert lines_of("one\r\ntwo\rthree\n\u2028four\x0cfive") == ["one", "two", "three", "\u2028four\x0cfive"]


def test_the_space_before_a_line_is_told() -> None:
    page = ["one", "two", "", "three", "", "", "", "four", "", "-----", "five"]
    assert [line.gap for line in solid_lines(page)] == [0, 0, 1, 2, 3]


def test_what_nobody_sees_is_not_in_a_line() -> None:
    assert solid_lines(["\ufeff\u200b Fer\xadry \xa0"]) == [Line(1, "Ferry", 0)]


@pytest.mark.parametrize("width", [40, 60, 72, 100])
def test_paragraphs_broken_at_a_width_are_one_line(width: int) -> None:
    page = laid_out(ENGLISH, LAYOUTS["title, date, text"])
    broken = [part for line in page for part in textwrap.wrap(line, width, break_on_hyphens=False) or [""]]
    assert [line.text for line in solid_lines(broken)] == [line.text for line in solid_lines(page)]
    assert sum(line.size for line in solid_lines(broken)) == sum(bool(line) for line in broken)


def test_a_list_is_not_joined() -> None:
    page = [item.title for item in ENGLISH]
    assert [line.text for line in solid_lines(page)] == page
