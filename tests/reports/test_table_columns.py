from hypothesis import given
from hypothesis import strategies as st

from dedupe.reports.cells import columns, inert
from dedupe.reports.table_columns import HEADER, Row, fit, lay_out, paint
from tests.reports.made import TITLES, story


@given(st.lists(st.tuples(st.text("ab中", max_size=6), TITLES.map(inert)), min_size=1), st.integers(20, 80))
def test_every_row_is_one_line_that_fits(rows: list[tuple[str, str]], width: int) -> None:
    lines = fit(rows, ("right", "left"), width)
    assert len(lines) == len(rows)
    assert max(map(columns, lines)) <= width


def test_ids_and_numbers_stay_as_they_are_written() -> None:
    assert fit([("1e5", "007"), ("12", "1.50")], ("left", "left"), 40) == ["1e5  007", "12   1.50"]


def test_the_header_comes_first() -> None:
    header, row = lay_out([Row(story(1, "a"), "near", "90%")], 80)
    assert header.split("  ")[1] == HEADER[0]
    assert row.split()[0] == "near"


def test_an_empty_line_is_never_painted() -> None:
    assert (paint("", "1", True), paint("a", "1", False), paint("a", "1", True)) == ("", "a", "\x1b[1ma\x1b[0m")
