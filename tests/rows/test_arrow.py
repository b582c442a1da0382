from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Origin, Skip, Story
from dedupe.rows import UNDATED, batches, chunked, key, schema, seconds, stories
from tests.strategies import MOMENTS, STORIES, law

SKIP = Skip(Origin("made.jsonl", 3, 3), "no title")


def rows(told: list[Story | Skip], size: int = 100) -> list[pa.RecordBatch]:
    return list(batches(chunked(told, 1), lambda skip: None, size))


@law
@given(st.lists(STORIES, max_size=6), st.integers(1, 7))
def test_stories_there_and_back_are_the_same_whatever_the_batch_size(told: list[Story], size: int) -> None:
    found = rows([*told], size)
    assert [story for batch in found for story in stories(batch)] == told
    assert all(len(batch) == size for batch in found[:-1])
    assert all(batch.schema == schema() for batch in found)


@law
@given(st.lists(STORIES | st.just(SKIP), max_size=6))
def test_every_skip_is_handed_over_and_no_story_is_lost(told: list[Story | Skip]) -> None:
    skipped: list[Skip] = []
    found = [story for batch in batches(chunked(told, 2), skipped.append, 2) for story in stories(batch)]
    assert found == [record for record in told if isinstance(record, Story)]
    assert len(found) + len(skipped) == len(told)


def test_a_key_is_the_same_on_every_machine_and_fits_64_bits() -> None:
    assert key("wire.jsonl:17") == -3544169615921054173
    assert key("\ud800") != key("")


@law
@given(st.lists(MOMENTS, min_size=2, max_size=5))
def test_seconds_are_ordered_as_dates_are_and_a_story_without_one_comes_last(moments: list[datetime]) -> None:
    ordered = [seconds(moment) for moment in sorted(moments)]
    assert all(left <= right for left, right in pairwise([*ordered, UNDATED]))
    assert seconds(None) == UNDATED


def test_a_date_beyond_the_years_1_to_9999_in_utc_is_the_nearest_one_within() -> None:
    sentinels = [
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=5))),
    ]
    told = [Story(str(n), "", "", published=moment) for n, moment in enumerate([datetime.max, datetime.min, *sentinels])]
    published = [one.published for batch in rows([*told]) for one in stories(batch)]
    latest, earliest = datetime.max.replace(microsecond=0, tzinfo=UTC), datetime.min.replace(tzinfo=UTC)
    assert published == [latest, earliest, latest, earliest]


def test_half_a_surrogate_pair_is_replaced_and_two_halves_are_joined() -> None:
    told = [Story("\ud800", "a \ud83d\ude00", "b \udc00", ("c \ud800", "d"))]
    found = [one for batch in rows([*told]) for one in stories(batch)]
    assert found == [Story("\ufffd", "a \U0001f600", "b \ufffd", ("c \ufffd", "d"))]


def test_a_date_is_one_moment_in_every_zone_and_without_a_zone_in_utc() -> None:
    moment = datetime(2024, 3, 9, 12, tzinfo=UTC)
    assert seconds(moment) == seconds(moment.astimezone(timezone(timedelta(hours=-7)))) == seconds(moment.replace(tzinfo=None))
