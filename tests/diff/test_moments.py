import pytest
from hypothesis import given

from dedupe.diff.moments import Date, Time, moments
from tests.diff.made import ANY
from tests.strategies import law


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 3 May 2021", Date(2021, 5, 3)),
        ("on May 3rd, 2021", Date(2021, 5, 3)),
        ("am 3. Mai", Date(None, 5, 3)),
        ("le 3 mai", Date(None, 5, 3)),
        ("25.května", Date(None, 5, 25)),
        ("2021-05-03", Date(2021, 5, 3)),
        ("3.5.2021", Date(2021, 5, 3)),
        ("5/13/2021", Date(2021, 5, 13)),
        ("2021年5月3日", Date(2021, 5, 3)),
        ("5 月 3 日", Date(None, 5, 3)),
        ("于2021年", Date(2021)),
        ("since 1998", Date(1998)),
        ("May 2021", Date(2021, 5)),
        ("on Monday", Date(weekday=1)),
        ("в четверг", Date(weekday=4)),
        ("at 7 pm", Time(19 * 60)),
        ("at 6:30 a.m.", Time(6 * 60 + 30)),
        ("at 07:03 GMT", Time(7 * 60 + 3)),
        ("um 20.15 Uhr", Time(20 * 60 + 15)),
    ],
)
def test_a_date_or_time_is_read_however_it_is_written(text: str, value: Date | Time) -> None:
    assert [mention.value for mention in moments(text)] == [value]


@pytest.mark.parametrize(
    "text", ["března 21 osob", "der 27 am Bahnhof", "2017-18 season", "99.99.2021", "1:75", "2,019", "3个月"]
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert [*moments(text)] == []


@law
@given(ANY)
def test_a_mention_is_where_it_says(text: str) -> None:
    for mention in moments(text):
        assert text[mention.start : mention.end] == mention.text


def test_dates_agree_as_far_as_both_state_them() -> None:
    assert Date(2021, 5, 3).agrees(Date(None, 5, 3))
    assert not Date(2021, 5, 3).agrees(Date(None, 5, 4))
    assert not Date(2021, 5, 3).is_comparable(Date(weekday=1))


def test_times_agree_on_a_clock_of_twelve_hours_or_of_24() -> None:
    assert Time(7 * 60).agrees(Time(19 * 60))
    assert not Time(7 * 60).agrees(Time(7 * 60 + 5))
