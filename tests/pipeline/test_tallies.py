from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from dedupe import Story, check, scan
from dedupe.model import Origin, Tally
from dedupe.pipeline.tallies import written
from tests.strategies import costly, story, tale

MAY = datetime(2026, 5, 3, 23, 59, 59, tzinfo=UTC)
DUMP = [
    story("1", tale(1), source="Post", published=MAY),
    story("2", "", "A headline alone", source="Post", published=MAY),
    story("3", tale(3), source=" Post", published=MAY.replace(day=4), truncated=True),
    story("4", tale(4), url="https://www.mail.example/a/b", published=MAY),
    story("5", tale(5)),
]
COUNTED = (
    Tally("-", "", 1),
    Tally("Post", "2026-05-03", 2, empty=1, empty_at=Origin("-")),
    Tally("Post", "2026-05-04", 1, cut=1, cut_at=Origin("-")),
    Tally("mail.example", "2026-05-03", 1),
)


def test_stories_are_counted_by_source_and_day_and_those_without_a_text_or_with_a_cut_one() -> None:
    assert scan(DUMP).sources == COUNTED
    assert scan(DUMP).held_sources == ()


def test_a_check_counts_fresh_ones_and_held_ones_apart() -> None:
    report = check(DUMP[2:], DUMP[:2])
    assert (report.sources, report.held_sources) == ((COUNTED[0], *COUNTED[2:]), (COUNTED[1],))


@costly
@given(st.permutations(DUMP * 3))
def test_the_order_of_the_stories_changes_no_count(dump: list[Story]) -> None:
    named = [replace(each, id=str(number)) for number, each in enumerate(dump)]
    assert scan(named).sources == tuple(replace(t, stories=3 * t.stories, empty=3 * t.empty, cut=3 * t.cut) for t in COUNTED)


def test_a_day_before_1970_is_written_as_any_other() -> None:
    assert [written(day) for day in (-1, 0, 20_000)] == ["1969-12-31", "1970-01-01", "2024-10-04"]
