from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.readers.datelines import find_date, is_dateline
from tests.strategies import TEXTS, law


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("February 17, 2018", (2018, 2, 17)),
        ("Tue, 04-Nov-2025", (2025, 11, 4)),
        ("Published on 3 May 2021", (2021, 5, 3)),
        ("2024-03-12", (2024, 3, 12)),
        ("12.03.2024", (2024, 3, 12)),
        ("24/05/2024", (2024, 5, 24)),
        ("05/24/2024", (2024, 5, 24)),
        ("5/5/24", (2024, 5, 5)),
        ("12. März 2024", (2024, 3, 12)),
        ("le 1er février 2023", (2023, 2, 1)),
        ("3 de octubre de 2022", (2022, 10, 3)),
        ("15 de março de 2022", (2022, 3, 15)),
        ("7 gennaio 2022", (2022, 1, 7)),
        ("9 augustus 2022", (2022, 8, 9)),
        ("5. října 2023", (2023, 10, 5)),
        ("2 września 2021", (2021, 9, 2)),
        ("1 мая 2022", (2022, 5, 1)),
        ("14 лютого 2022", (2022, 2, 14)),
        ("3 Ağustos 2022", (2022, 8, 3)),
        ("12 مارس 2024", (2024, 3, 12)),
        ("15 जून 2023", (2023, 6, 15)),
        ("2024年3月12日", (2024, 3, 12)),
        ("2024년 3월 12일", (2024, 3, 12)),
        ("12 tháng 3, 2024", (2024, 3, 12)),
        ("12 มีนาคม 2567", (2024, 3, 12)),
    ],
)
def test_a_date_is_found_as_sites_print_it(text: str, day: tuple[int, int, int]) -> None:
    assert find_date(text) == datetime(*day, tzinfo=UTC)
    assert is_dateline(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("March 12, 2024 3:45 pm", datetime(2024, 3, 12, 15, 45, tzinfo=UTC)),
        ("12.03.2024, 07:30 Uhr", datetime(2024, 3, 12, 7, 30, tzinfo=UTC)),
        ("By Jane Roe | March 12, 2024", datetime(2024, 3, 12, tzinfo=UTC)),
    ],
)
def test_the_time_of_a_date_is_read_with_it(text: str, moment: datetime) -> None:
    assert find_date(text) == moment


@pytest.mark.parametrize("text", ["04/05/2024", "31.02.2024", "May", "2 hours ago", "In 2024", "14:30", "", "99/99/2024"])
def test_what_is_no_date_or_may_be_two_is_none(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize("text", ["2 hours ago", "vor 3 Stunden", "14:30", "hace 2 horas", "Yesterday", "3日前", "4/5/2024"])
def test_a_time_is_a_dateline_without_a_date(text: str) -> None:
    assert is_dateline(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ferry to the Quill Islands sails again on March 12, 2024 after three weeks in dock",
        "140 swimmers cross the strait",
        "Budget 2024: what changes for bakers",
        "May the best baker win",
        "",
    ],
)
def test_a_title_that_tells_of_a_date_is_no_dateline(text: str) -> None:
    assert not is_dateline(text)


@given(TEXTS | st.text("0123456789-/.: MarMai年月", max_size=40))
@law
def test_no_text_breaks_the_search_for_a_date(text: str) -> None:
    found = find_date(text)
    assert found is None or (found.tzinfo is UTC and 1900 <= found.year <= 9999)
    assert is_dateline(text) in (True, False)
