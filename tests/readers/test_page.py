import textwrap
import time
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Story
from dedupe.readers.page import explain_page, read_page
from dedupe.readers.page_lines import bare_line, lines_of
from dedupe.readers.page_roles import Role
from tests.readers.pages import CHINESE, ENGLISH, FOOT, GERMAN, LAYOUTS, MENU, Item, laid_out
from tests.strategies import TEXTS, costly, law

PIECES = [line for items in (ENGLISH, GERMAN, CHINESE) for name in LAYOUTS for line in laid_out(items, LAYOUTS[name])]
PAGES = st.lists(st.sampled_from([*PIECES, *MENU, *FOOT, "", "", "-----", "  • A bullet.", "Read more"]) | TEXTS, max_size=60)
WHOLE = [name for name in LAYOUTS if "text" in name]
LANGUAGES = {"English": ENGLISH, "German": GERMAN, "Chinese": CHINESE}


def read(lines: Sequence[str]) -> list[Story]:
    return list(read_page(lines, "page.txt"))


@given(PAGES)
@law
def test_every_line_that_says_something_belongs_to_one_story_or_to_the_furniture(page: list[str]) -> None:
    lines = lines_of("\n".join(page))
    told = list(explain_page(lines, "page.txt"))
    solid = [number for number, line in enumerate(lines, 1) if bare_line(line)]
    assert [role.line for role in told] == solid
    assert all((role.story == "") == (role.role == Role.FURNITURE) for role in told)
    assert {role.story for role in told} - {""} == {story.id for story in read(lines)}


@given(PAGES)
@law
def test_stories_stand_one_after_the_other(page: list[str]) -> None:
    stories = read(page)
    assert all(story.origin.line <= story.origin.last_line for story in stories)
    assert all(left.origin.last_line < right.origin.line for left, right in pairwise(stories))
    assert [story.id for story in stories] == [f"page.txt:{story.origin.line}" for story in stories]


@given(PAGES)
@costly
def test_a_story_is_made_of_its_own_lines(page: list[str]) -> None:
    lines = lines_of("\n".join(page))
    own: dict[str, str] = {}
    for role in explain_page(lines, "page.txt"):
        own[role.story] = f"{own.get(role.story, '')} {role.text}"
    for story in read(lines):
        for part in (story.title, *story.summary, *story.body.splitlines()):
            assert part.strip() in own[story.id]


@pytest.mark.parametrize("framed", [False, True], ids=["bare", "framed"])
@pytest.mark.parametrize("blank", [False, True], ids=["dense", "blank lines"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_the_stories_of_a_page_are_found_in_any_layout(name: str, blank: bool, framed: bool) -> None:
    stories = read(laid_out(ENGLISH, LAYOUTS[name], blank=blank, framed=framed))
    assert [story.title for story in stories] == [item.title for item in ENGLISH]
    assert "date" not in name or [_day(story) for story in stories] == [item.date for item in ENGLISH]


@pytest.mark.parametrize("name", [name for name in LAYOUTS if "text" in name or "teaser" in name])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stories_of_a_page_are_found_in_other_languages(language: str, name: str) -> None:
    items = LANGUAGES[language]
    assert [story.title for story in read(laid_out(items, LAYOUTS[name], framed=True))] == [item.title for item in items]


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_text_is_read_as_it_was_written(language: str, name: str) -> None:
    items = LANGUAGES[language]
    stories = read(laid_out(items, LAYOUTS[name]))
    assert [story.body for story in stories] == ["\n\n".join(item.text) for item in items]
    assert not any(story.truncated for story in stories)


@pytest.mark.parametrize("name", ["label, title, byline, date, count, teaser", "title, teaser with read more behind it"])
def test_a_cut_text_loses_the_mark_of_the_cut(name: str) -> None:
    stories = read(laid_out(ENGLISH, LAYOUTS[name]))
    assert all(story.truncated for story in stories)
    assert [story.body for story in stories] == [item.teaser() for item in ENGLISH]


def test_bullets_under_a_title_are_its_summary_and_what_stands_around_the_text_is_not_text() -> None:
    def layout(item: Item) -> list[str]:
        top = [item.title, "", "Amsel quay", f"  • {item.text[1]}", f"  • {item.text[2]}", ""]
        return [*top, item.text[0], "", "What comes next", "", *item.text[1:], "", "[embedpost slug=”one/”]", "", "Read more", ""]

    page = ["Tue, 04-Nov-2025", "", *(line for item in ENGLISH for line in layout(item))]
    stories = read(page)
    assert [story.title for story in stories] == [item.title for item in ENGLISH]
    assert [story.summary for story in stories] == [item.text[1:] for item in ENGLISH]
    assert stories[0].body == f"{ENGLISH[0].text[0]}\n\nWhat comes next\n\n{ENGLISH[0].text[1]}\n{ENGLISH[0].text[2]}"
    assert [story.published for story in stories] == [None] * len(ENGLISH)


def test_the_date_above_a_single_title_is_the_pages_own() -> None:
    item = ENGLISH[0]
    page = ["Tue, 21-May-2024", "", item.title, "", *item.text]
    assert read(page)[0].published is None
    assert next(explain_page(page, "page.txt")).story == ""


def test_a_date_that_can_be_read_in_two_ways_is_none() -> None:
    item = ENGLISH[0]
    assert read([item.title, "", "04/05/2024", "", *item.text])[0].published is None
    assert _day(read([item.title, "", "24/05/2024", "", *item.text])[0]) == "May 24, 2024"


@pytest.mark.parametrize("page", ["", "\n \n\n", "\ufeff", "-----\n", "\n".join((*MENU, "", *FOOT)), "1\n2\n3"])
def test_a_page_without_a_story_tells_none(page: str) -> None:
    assert read(lines_of(page)) == []


def test_a_page_of_one_article_is_one_story() -> None:
    item = ENGLISH[3]
    (story,) = read([item.title, "", f"By {item.author}", item.date, "", *item.text])
    assert (story.title, story.body, _day(story)) == (item.title, "\n".join(item.text), item.date)


def test_a_text_without_a_title_is_a_story_without_one() -> None:
    text = ENGLISH[2].text
    (story,) = read("\n\n".join(text).split("\n"))
    assert (story.title, story.body, story.origin.line) == ("", "\n\n".join(text), 1)


@pytest.mark.parametrize("line", ["Ferry sails again", "Fog", "x" * 1000])
def test_a_page_of_one_line_tells_that_line(line: str) -> None:
    (story,) = read([line])
    assert (story.title or story.body) == line


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
def test_neither_line_ends_nor_a_byte_order_mark_change_a_page(end: str) -> None:
    page = laid_out(ENGLISH, LAYOUTS["title, date, text"], framed=True)
    assert read(lines_of("\ufeff" + end.join(page))) == read(page)


def test_paragraphs_broken_at_a_width_are_read_whole() -> None:
    page = laid_out(ENGLISH, LAYOUTS["title, date, text"])
    broken = [part for line in page for part in textwrap.wrap(line, 60) or [""]]
    assert [(story.title, story.body) for story in read(broken)] == [(story.title, story.body) for story in read(page)]


def test_a_list_of_titles_told_elsewhere_on_the_page_is_not_a_story() -> None:
    page = [*laid_out(ENGLISH, LAYOUTS["title, date, text"]), "Readers’ choice", "", *(item.title for item in ENGLISH[:4])]
    assert len(read(page)) == len(ENGLISH)


@pytest.mark.parametrize("line", ["word " * 10**6, "x" * 10**7, "." * 10**7, "[" + "a " * 10**6, "1 " * 10**6, "«" * 10**6])
def test_an_endless_line_is_read_in_no_time(line: str) -> None:
    start = time.perf_counter()
    read(["A title of some words", "", line])
    assert time.perf_counter() - start < 5


def test_a_page_of_10_000_lines_is_read_in_seconds() -> None:
    page = laid_out(ENGLISH, LAYOUTS["title, date, text"]) * 167
    start = time.perf_counter()
    assert len(page) > 10_000
    assert len(read(page)) == 167 * len(ENGLISH)
    assert time.perf_counter() - start < 10


def _day(story: Story) -> str | None:
    return f"{story.published:%B} {story.published.day}, {story.published.year}" if story.published else None
