import re

import pytest
from hypothesis import given

from dedupe.model import Relation, Report, Verdict
from dedupe.reports import markdown, markdown_diffs
from tests.reports.made import TITLES, cluster, report_of, reports, story
from tests.reports.test_findings import accepted


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
    for line in markdown.render(report).partition(markdown_diffs.HEADING)[0].splitlines():
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


def test_what_is_accepted_is_left_out_and_counted(report: Report) -> None:
    text = markdown.render(accepted(report, "page.txt:300", "page.txt:310"))
    assert text.startswith("## Duplicates\n\n1 cluster, 2 stories that repeat another.\n\n")
    assert text.endswith("\n\n7 stories read, 2 quieted as known, 1 skipped, stated recall 99.6%.\n")
    assert "| c2 " not in text


def test_beyond_what_a_summary_takes_whole_lines_are_left_out_and_counted() -> None:
    copies = [(story(line, "Ä long title " * 50, 90), Relation.NEAR, 0.9) for line in range(2, 5000)]
    text = markdown.render(report_of(cluster("c", story(1, "Rates", 90), *copies)))
    assert 800_000 < len(text.encode()) < 1_000_000
    *_, table, left, closing = text.split("\n\n")
    assert int(left.split()[0].replace(",", "")) + table.count("\n") + 1 == 2 + 4999
    assert left.endswith("lines are left out here: a json or csv report has everything.")
    assert closing.startswith("4,999 stories read")


def test_a_check_tells_which_story_is_fresh_and_what_it_stands_beside(checked: Report) -> None:
    text = re.sub(" +", " ", markdown.render(checked))
    assert "| c1 | canonical | held | | 812 | dumps/page.txt:12 | Drone falls into the sea |" in text
    assert "| | reworded | fresh | 78% | 640 | dumps/page.txt:80 | Drone lost over the sea |" in text
    closing = "3 fresh stories read, 1,200 held, 2 held already, 0 and 1 of the held skipped, stated recall 99.6%."
    assert text.splitlines()[-1] == closing


def test_however_much_is_left_out_the_verdict_is_not() -> None:
    copies = [(story(line, "Ä long title " * 50, 90), Relation.NEAR, 0.9) for line in range(2, 5000)]
    text = markdown.render(report_of(cluster("c", story(1, "Rates", 90), *copies), verdict=Verdict(broken=("max-new: all",))))
    assert len(text.encode()) < 1 << 20
    assert [part.split(" ")[0] for part in text.split("\n\n")[-2:]] == ["**Failed:", "4,999"]
