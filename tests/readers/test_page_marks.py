from dedupe.readers.page_lines import solid_lines
from dedupe.readers.page_marks import set_aside, unmark
from tests.readers.pages import ENGLISH, GERMAN, Item


def texts(page: list[str]) -> list[str]:
    return [line.text for line in unmark(solid_lines(page))]


def marked(marks: list[str], items: tuple[Item, ...] = ENGLISH) -> list[str]:
    return [line for mark, item in zip(marks, items, strict=False) for line in (mark + item.title, item.text[0])]


def test_numbers_of_a_list_of_titles_are_marks() -> None:
    assert texts(marked([f"{n}. " for n in range(1, 7)])) == texts(marked([""] * 6))


def test_dates_before_titles_are_marks_that_are_kept() -> None:
    lines = unmark(solid_lines(marked(["12.03.2024 – ", "11.03.2024 – ", "09.03.2024 – ", "08.03.2024 – "])))
    assert [line.mark for line in lines[::2]] == ["12.03.2024", "11.03.2024", "09.03.2024", "08.03.2024"]
    assert [line.text for line in lines[::2]] == [item.title for item in ENGLISH[:4]]


def test_bullets_before_single_titles_are_marks_but_bullets_in_a_row_are_not() -> None:
    assert texts(marked(["• "] * 4)) == texts(marked([""] * 4))
    row = [f"• {item.title}" for item in ENGLISH]
    assert texts(row) == row


def test_the_days_of_dates_are_not_numbers_of_a_list() -> None:
    page = [line for day, item in enumerate(GERMAN, 1) for line in (f"{day}. März 2024", item.title)]
    assert texts(page) == page


def test_a_timetable_within_a_long_page_is_not_marked() -> None:
    times = ["5:30 p.m. – Old mill on the quay", "6:30 p.m. – New school at the weir", "7:30 p.m. – Town hall in the square"]
    page = [*(text for item in ENGLISH for text in item.text), *times]
    assert texts(page) == page


def test_buttons_that_recur_are_set_aside_and_titles_that_recur_are_not() -> None:
    page = [line for item in ENGLISH for line in (ENGLISH[0].title, item.text[0], "Share", "Facebook Comments")]
    assert [line.text for line in set_aside(solid_lines(page))] == [
        line for item in ENGLISH for line in (ENGLISH[0].title, item.text[0])
    ]
