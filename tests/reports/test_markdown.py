import re

import pytest
from hypothesis import given

from dedupe.model import Report
from dedupe.reports import markdown
from tests.reports.made import TITLES, reports


def test_each_story_has_a_row_in_its_table(report: Report) -> None:
    text = markdown.render(report)
    duplicates, related = text.partition("## Furniture")[0].split("## Related coverage")
    assert duplicates.count("\n| ") - 1 == 5
    assert related.count("\n| ") - 1 == 4
    assert "| c1        | canonical  |         |   1,812 | dumps/page.txt:12  | Surveillance drone falls" in duplicates
    assert "|         | &gt; reworded |     78% |     640 | dumps/page.txt:80  | Drone lost over the sea" in related


def test_texts_under_many_titles_have_a_table_of_their_own(report: Report) -> None:
    furniture = markdown.render(report).partition("## Furniture\n\n")[2]
    assert furniture.startswith("2 texts under many titles, no duplicates.\n\n|")
    assert "| 3 | page.txt:600 | Subscribe to read on \\| all our stories |" in re.sub(" +", " ", furniture)


def test_an_empty_report_has_no_table(empty: Report) -> None:
    assert markdown.render(empty) == (
        "## Duplicates\n\n0 clusters, 0 stories that repeat another.\n\n0 stories read, 0 skipped, stated recall 99.6%.\n"
    )


@given(reports())
def test_no_title_breaks_a_row(report: Report) -> None:
    for line in markdown.render(report).splitlines():
        assert len(re.findall(r"(?<!\\)\|", line)) in (0, 7)


@given(TITLES)
def test_no_markup_is_left_alive(title: str) -> None:
    shown = markdown.plain(title)
    assert not re.search(r"(?<!\\)[`*_\[\]|~!]", re.sub(r"\\\\", "", shown))
    assert not set(shown) & set("<>")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert\\(1\\)&gt;"),
        ("a | b", "a \\| b"),
        ("[click](javascript:alert)", "\\[click\\]\\(javascript:alert\\)"),
        ("@team, see #12", "@&#8203;team, see \\#&#8203;12"),
        ("https://example.org www.example.org", "https:&#8203;//example.org www&#8203;.example.org"),
        ("A&B", "A&amp;B"),
    ],
)
def test_a_title_is_shown_as_it_is(title: str, shown: str) -> None:
    assert markdown.plain(title) == shown
