from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe import Report, Story, check, scan
from dedupe.model import Accepted, Ailment
from dedupe.pipeline.health import COPIED, JUMPED, KNOWN, looked_after
from tests.strategies import costly, story, tale

WALL = "We and our partners store cookies on your device. Choose Accept all to go on reading, or set your preferences."
EVENTS = ("mayor-resigns-over-bridge", "ferry-aground-off-amsel", "bakers-win-dawn-case", "pear-blight-spreads", "rates-held")
HOME = "https://www.post.example/news"


def moment(day: int) -> datetime:
    return datetime(2026, 5, day, 9, tzinfo=UTC)


def at(slug: str, body: str, title: str = "The Post", day: int = 3, **more: Any) -> Story:
    return story(f"{slug}-{day}", body, title, url=f"{HOME}/{slug}", source="Post", published=moment(day), **more)


def told(first: int, count: int, day: int = 3, **more: Any) -> list[Story]:
    """Return stories of the Post, each with a tale of its own."""
    return [at(f"tale-{seed}", tale(seed), f"Tale {seed}", day, **more) for seed in range(first, first + count)]


def found(report: Report) -> list[tuple[str, str, str, int, int]]:
    return [(str(one.ailment), one.source, one.day, one.stories, one.of) for one in report.health]


def test_one_text_at_addresses_that_it_is_not_about_is_found_though_all_have_one_title() -> None:
    walled = [at(slug, WALL) for slug in EVENTS]
    assert found(scan([*walled, *told(1, 3)])) == [("one-text", "Post", "2026-05-03", 5, 8)]
    assert [one.text for one in scan(walled).health] == [WALL]


def test_one_text_under_titles_that_it_is_not_about_is_found_though_there_is_no_address() -> None:
    walled = [replace(at(slug, WALL, slug.replace("-", " ")), url="") for slug in EVENTS]
    assert found(scan(walled)) == [("one-text", "Post", "2026-05-03", 5, 5)]


def test_a_stuck_parser_that_gives_one_long_story_for_all_addresses_is_found() -> None:
    long = " ".join(tale(seed) for seed in range(3))
    assert found(scan([at(slug, long, "Tale of three") for slug in EVENTS])) == [("one-text", "Post", "2026-05-03", 5, 5)]


@pytest.mark.parametrize(
    "addresses",
    [
        ["ferry-aground?from=feed", "ferry-aground?from=mail", "ferry-aground/amp", "ferry-aground"],  # one page, linked to
        ["ferry-aground-off-amsel", "ferry-aground-near-amsel", "ferry-is-aground-off-amsel"],  # one story, renamed
        ["101", "102", "103"],  # numbers say nothing of what a page is about
        EVENTS[:2],
    ],
)
def test_a_story_that_is_posted_again_is_no_wall(addresses: list[str]) -> None:
    body = f"The ferry went aground off Amsel. {tale(1)}"
    assert found(scan([at(slug, body, "Ferry aground off Amsel") for slug in addresses])) == []


def test_each_source_and_day_has_a_finding_of_its_own() -> None:
    walled = [at(slug, WALL, day=day) for day in (3, 4) for slug in EVENTS[: day + 1]]
    assert found(scan(walled)) == [("one-text", "Post", "2026-05-04", 5, 5), ("one-text", "Post", "2026-05-03", 4, 4)]


def test_a_check_finds_of_a_wall_what_is_fresh() -> None:
    held, fresh = [at(slug, WALL) for slug in EVENTS], [at(slug, WALL, day=4) for slug in EVENTS[:3]]
    assert found(check(fresh, held)) == [("one-text", "Post", "2026-05-04", 3, 3)]
    assert found(check(fresh[:2], held)) == []


def copies(of: Iterable[Story]) -> list[Story]:
    return [replace(one, id=f"{one.id}-again", url=f"{one.url}?again") for one in of]


def test_a_source_whose_stories_mostly_repeat_its_own_is_found() -> None:
    once = told(1, COPIED // 2)
    assert found(scan([*once, *copies(once), *copies(copies(once[:1]))])) == [("copies", "Post", "2026-05-03", 6, 11)]
    assert found(scan([*once, *copies(once)])) == []  # half of them are not most
    assert found(scan([*once[:2], *copies(once[:2]), *copies(copies(once[:2]))])) == []  # and of few, most are not many


def test_what_another_source_repeats_is_no_copy_of_its_own() -> None:
    once = told(1, COPIED)
    assert found(scan([*once, *(replace(one, source="Mail") for one in copies(once))])) == []


def test_a_check_finds_a_source_that_brings_again_what_is_held() -> None:
    held = told(1, COPIED)
    assert found(check(copies(held), held)) == [("copies", "Post", "2026-05-03", COPIED, COPIED)]


def emptied(stories: Iterable[Story]) -> list[Story]:
    return [replace(one, body="") for one in stories]


@pytest.mark.parametrize("ailment", [Ailment.EMPTY, Ailment.CUT])
def test_a_rate_that_jumped_against_what_is_held_is_found(ailment: Ailment) -> None:
    def ill(stories: list[Story]) -> list[Story]:
        return emptied(stories) if ailment is Ailment.EMPTY else [replace(one, truncated=True) for one in stories]

    held = [*told(100, KNOWN - 1), *ill(told(200, 1))]
    fresh = [*ill(told(1, 8, 4)), *told(20, 2, 4)]
    report = check(fresh, held)
    assert found(report) == [(str(ailment), "Post", "2026-05-04", 8, JUMPED)]
    assert report.health[0].usual == 1 / KNOWN
    assert found(check(fresh[1:], held)) == []  # of so few, it may be chance
    assert found(check(fresh, held[1:])) == []  # and so little that is held tells nothing
    always = [*told(100, 9), *ill(told(200, 31))]
    assert found(check(fresh, always)) == []


def test_in_a_scan_a_day_is_set_against_the_other_days_of_its_source() -> None:
    usual = [one for day in range(4, 8) for one in told(100 * day, JUMPED, day)]
    bad = [*emptied(told(1, 9)), *told(20, 1)]
    assert found(scan([*usual, *bad])) == [("empty", "Post", "2026-05-03", 9, 10)]
    assert found(scan([*usual[: KNOWN - 1], *bad])) == []
    others = [replace(one, source="Mail") for one in usual]
    assert found(scan([*others, *bad])) == []


@costly
@given(st.permutations([at(slug, WALL) for slug in EVENTS] + told(1, 3)))
def test_the_order_of_the_stories_changes_nothing(dump: list[Story]) -> None:
    assert scan(dump).health == scan(sorted(dump, key=lambda one: one.id)).health


def test_what_is_accepted_is_no_copy() -> None:
    report = check(copies(told(1, COPIED)), told(1, COPIED))

    quiet = replace(report, accepted=Accepted(9, dict.fromkeys(report.fresh or (), "wanted"), (), ()))
    assert looked_after(quiet).health == ()
