from datetime import UTC, datetime, timedelta

from dedupe.model import Relation, Report, Story, Tally
from dedupe.reports.html import matrix, spread, timeline
from tests.reports.made import cluster, report_of

START = datetime(2026, 3, 4, 6, tzinfo=UTC)


def told(name: str, source: str, hours: float | None) -> Story:
    return Story(name, "Ferry", "Some.", source=source, published=None if hours is None else START + timedelta(hours=hours))


def made(*stories: Story) -> Report:
    first, *others = stories
    tally = (Tally("The Post", "", 8),)
    return report_of(cluster("c1", first, *((other, Relation.NEAR, 0.9) for other in others)), sources=tally)


WIRE = made(told("a", "The Post", 2), told("b", "The Wire", 0), told("c", "The Post", 30), told("d", "<Mail>", None))


def test_the_earliest_dated_version_is_the_first_and_the_others_follow_it() -> None:
    found = spread.Spread(WIRE)
    assert [story.id for story in found.firsts] == ["b"]
    assert {(r.first, r.source, r.hours) for r in found.retellings} == {
        ("The Wire", "The Post", 2),
        ("The Wire", "The Post", 30),
        ("The Wire", "<Mail>", None),
    }


def test_hours_and_shares_are_counted() -> None:
    found = spread.Spread(WIRE)
    assert "Half of the 2 dated retellings came within 16.0 hours." in spread.hours(found)
    sources = spread.sources(found)
    assert "&lt;Mail&gt;" in sources
    assert " 12%</td>" in sources  # one duplicate of the eight stories of The Post


def test_the_matrix_tells_who_repeats_whom() -> None:
    text = matrix.render(spread.Spread(WIRE))
    assert 'shade-5">2<' in text
    assert "&lt;Mail&gt;" in text


def test_many_sources_are_others() -> None:
    many = made(told("a", "The Wire", 0), *(told(f"s{n}", f"Post {n}", 1) for n in range(matrix.MOST + 5)))
    assert ">others<" in matrix.render(spread.Spread(many))


def test_where_no_source_or_date_is_known_nothing_is_claimed() -> None:
    found = spread.Spread(made(told("a", "", None), told("b", "", None)))
    assert (spread.hours(found), spread.sources(found), matrix.render(found), timeline.render(found)) == ("", "", "", "")


def test_the_timeline_counts_first_and_later_tellings() -> None:
    text = timeline.render(spread.Spread(WIRE))
    assert "3 dated versions from 2026-03-04 06:00 to 2026-03-05 12:00, by hour; 1 version has no date" in text
    assert text.count("<rect") == 2 * 31
