from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Origin, Story
from dedupe.reports import table_stories
from dedupe.reports.cells import columns
from tests.reports.made import TITLES

STORIES = st.lists(st.builds(Story, st.text(max_size=30), TITLES, st.just("two words"), truncated=st.booleans()), max_size=5)


def test_each_story_has_a_row_with_its_place_length_and_title() -> None:
    read = [
        Story("page.txt:12", "Drone falls into the sea", "word " * 812, origin=Origin("page.txt", 12)),
        Story("page.txt:80", "Drone lost over the sea", "word " * 55, truncated=True, origin=Origin("page.txt", 80)),
    ]
    assert table_stories.render(read).splitlines() == [
        "read at      words  text   title",
        "page.txt:12    812  whole  Drone falls into the sea",
        "page.txt:80     55  cut    Drone lost over the sea",
        "",
        "2 stories, 1 of them cut",
    ]


def test_ids_stand_in_it_where_stories_have_their_own() -> None:
    text = table_stories.render([Story("1e5", "t", "", origin=Origin("a.jsonl", 1))])
    assert text.splitlines()[:2] == ["read at    id   words  text   title", "a.jsonl:1  1e5      0  whole  t"]


@given(STORIES, st.integers(60, 120))
def test_it_fits_and_has_a_line_for_each_story(read: list[Story], width: int) -> None:
    lines = table_stories.render(read, width).splitlines()
    assert len(lines) == len(read) + 3
    assert max(map(columns, lines)) <= width


def test_no_story_is_said() -> None:
    assert table_stories.render([]).splitlines()[-1] == "0 stories"
