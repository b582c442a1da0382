import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Relation, Report
from dedupe.reports import markdown, table
from dedupe.reports.cells import columns
from tests.reports.made import cluster, match, report_of, reports, story
from tests.reports.test_findings import EXPIRED, accepted


def test_an_empty_report_says_that_nothing_was_found(empty: Report) -> None:
    assert table.render(empty) == (
        "No duplicates found.\n\n0 stories, 0 clusters, 0 duplicates, 0 skipped, stated recall 99.6%\n"
    )


@given(reports(), st.integers(60, 160), st.booleans())
def test_no_line_is_wider_than_the_terminal(report: Report, width: int, colour: bool) -> None:
    lines = table.render(report, width, colour).replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "").split("\n")
    assert max(map(columns, lines)) <= width
    assert not any("\x1b" in line for line in lines)


@given(reports())
def test_no_title_adds_a_line(report: Report) -> None:
    assert len(table.render(report, 80).splitlines()) == len(table.render(report, 160).splitlines()) == 20


def test_a_wider_terminal_shows_more_of_the_title(report: Report) -> None:
    assert "passes too close to it" not in table.render(report, 70)
    assert "passes too close to it" in table.render(report, 150)


def test_seconds_stand_in_the_summary_only_where_given(report: Report) -> None:
    last = "7 stories, 2 clusters, 3 duplicates, 1 skipped, stated recall 99.6%"
    assert table.render(report).splitlines()[-1] == last
    assert table.render(report, seconds=1.83).splitlines()[-1] == last + ", 1.8 s"


def test_what_is_alike_but_not_merged_is_counted(report: Report) -> None:
    assert "Left apart: 1 template pair (same form, other facts)\n" in table.render(report)


def test_clusters_come_first_then_events_then_furniture_and_the_summary_last(report: Report) -> None:
    text = table.render(report)
    starts = [text.index(part) for part in ("DUPLICATES", "RELATED COVERAGE", "FURNITURE", "Left apart", "stated recall")]
    assert starts == sorted(starts)


def test_without_colour_there_is_no_escape(report: Report) -> None:
    assert "\x1b" not in table.render(report)
    assert "\x1b[1m" in table.render(report, colour=True)


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    drone = story(12, "Drone falls into the Black Sea after meeting a fighter jet", 812)
    spun, teaser = story(80, "Drone lost over the Black Sea, Navy says", 640), story(140, drone.title, 55)
    envoy = story(200, "Ambassador called in over lost drone", 420)
    rates, lower = story(300, "Rates up"), story(320, "Rates down")
    report = report_of(
        cluster("5f0c2a91", drone, (spun, Relation.REWORDED, 0.78), (teaser, Relation.EXCERPT, 0.97)),
        others=(envoy, rates, lower),
        related=(match(drone, envoy, Relation.RELATED, 0.31),),
        matches=(match(rates, lower, Relation.TEMPLATE, 0.6),),
        read=28,
    )
    assert table.render(report, seconds=1.8).strip() in inspect.cleandoc(table.__doc__ or "")


@pytest.mark.parametrize("width", [0, 1, 59])
def test_a_very_narrow_terminal_still_has_its_table(report: Report, width: int) -> None:
    assert table.render(report, width) == table.render(report, 60)


def test_what_is_accepted_is_left_out_and_counted(report: Report) -> None:
    text = table.render(accepted(report, "page.txt:300", "page.txt:310"), 120)
    assert text.startswith("DUPLICATES  1 cluster, 2 stories that repeat another\n")
    assert text.splitlines()[-1].startswith("7 stories, 2 clusters, 3 duplicates, 2 quieted as known, 1 skipped, ")
    every = accepted(report, *report.stories)
    assert table.render(every).startswith("No duplicates found but those that are accepted.\n")


def test_a_decision_that_is_not_followed_is_told_with_its_line(report: Report) -> None:
    said = "Not followed: dedupe-accepted.jsonl:3: known: ran out on 2026-01-01; renew or drop it"
    assert table.render(accepted(report, findings=(EXPIRED,)), 100).splitlines()[-1] == said
    assert "Not followed: dedupe-accepted.jsonl:3: known: ran out" in markdown.render(accepted(report, findings=(EXPIRED,)))


def test_a_check_tells_which_story_is_fresh_and_what_it_stands_beside(checked: Report) -> None:
    text = table.render(checked, 100)
    rows = [" ".join(line.split()) for line in text.splitlines()]
    assert rows[0] == "DUPLICATES 2 clusters, 2 fresh stories that repeat another"
    assert rows[2] == "relation state alike words read at title"
    assert "canonical held 812 dumps/page.txt:12 Drone falls into the sea" in rows
    assert "reworded fresh 78% 640 dumps/page.txt:80 Drone lost over the sea" in rows
    assert "related held 31% 420 dumps/page.txt:200 Ambassador called in" in rows
    assert (
        text.replace("\n", " ")
        .rstrip()
        .endswith(
            "3 fresh stories, 1,200 held, 2 held already, 2 clusters, 2 new duplicates, "
            "0 and 1 of the held skipped, stated recall 99.6%"
        )
    )
