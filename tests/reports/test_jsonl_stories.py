import json
from datetime import UTC, datetime

from hypothesis import given

from dedupe.model import Origin, Story
from dedupe.reports import jsonl_stories
from tests.reports.made import TITLES


@given(TITLES, TITLES)
def test_a_story_is_one_line_and_comes_back_as_it_was(title: str, body: str) -> None:
    text = jsonl_stories.render(Story("7", title, body, ("one", "two"), origin=Origin("a.txt", 3, 9)))
    read = json.loads(text)
    assert text.count("\n") == 1
    assert (read["title"], read["body"], read["summary"]) == (title, body, ["one", "two"])
    assert (read["path"], read["line"], read["last_line"], read["truncated"]) == ("a.txt", 3, 9, False)


def test_a_date_is_iso_8601() -> None:
    dated = Story("7", "t", "b", published=datetime(2026, 3, 4, tzinfo=UTC))
    assert json.loads(jsonl_stories.render(dated))["published"] == "2026-03-04T00:00:00+00:00"
