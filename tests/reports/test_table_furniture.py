from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Furniture, Report
from dedupe.reports import table_furniture
from dedupe.reports.cells import columns
from tests.reports.made import TITLES

PIECES = st.lists(st.builds(Furniture, TITLES, st.lists(TITLES, min_size=2, max_size=4).map(tuple)), min_size=1, max_size=4)


def test_each_text_has_a_row_the_one_of_most_stories_first(report: Report) -> None:
    assert table_furniture.render(report.furniture, 80, colour=False) == [
        "FURNITURE  2 texts under many titles, no duplicates",
        "",
        "stories  one of them   text",
        "      3  page.txt:600  Subscribe to read on | all our stories",
        "      2  page.txt:500  Page not found",
    ]


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    wall = Furniture("Subscribe to continue reading.", tuple(f"page.txt:{line}" for line in (12, 30, 44, 60)))
    assert "\n".join(table_furniture.render((wall,), 80, colour=False)) in (table_furniture.__doc__ or "")


@given(PIECES, st.integers(60, 160))
def test_no_text_adds_a_line_or_widens_one(found: list[Furniture], width: int) -> None:
    lines = table_furniture.render(found, width, colour=False)
    assert len(lines) == len(found) + 3
    assert max(map(columns, lines)) <= width
