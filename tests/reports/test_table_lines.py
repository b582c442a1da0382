from hypothesis import given
from hypothesis import strategies as st

from dedupe.readers import LineRole
from dedupe.reports import table_lines
from dedupe.reports.cells import columns
from tests.reports.made import TITLES

LINES = st.lists(
    st.builds(LineRole, st.just("dumps/page.txt"), st.integers(1, 9999), st.sampled_from(["title", "body"]), st.just(""), TITLES)
)


def test_each_line_has_its_place_its_role_and_its_text() -> None:
    read = [
        LineRole("page.txt", 1, "furniture", "", "Tue, 04-Nov-2025"),
        LineRole("page.txt", 12, "title", "page.txt:12", "Drone falls into the sea"),
    ]
    assert table_lines.render(read).splitlines() == [
        "read at      role       text",
        "page.txt:1   furniture  Tue, 04-Nov-2025",
        "page.txt:12  title      Drone falls into the sea",
    ]


@given(LINES, st.integers(60, 120))
def test_no_text_adds_a_line_or_widens_one(read: list[LineRole], width: int) -> None:
    rows = table_lines.render(read, width).splitlines()
    assert len(rows) == len(read) + 1
    assert max(map(columns, rows)) <= width
