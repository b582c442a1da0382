import csv as standard
from io import StringIO

import pytest
from hypothesis import given

from dedupe.model import Relation, Report
from dedupe.reports import csv
from tests.reports.made import cluster, report_of, reports, story


def rows(report: Report) -> list[dict[str, str]]:
    return list(standard.DictReader(StringIO(csv.render(report))))


def test_each_member_has_a_row(report: Report) -> None:
    assert [(row["cluster"], row["relation"], row["similarity"], row["words"], row["line"]) for row in rows(report)] == [
        ("c1", "canonical", "1.0", "1812", "12"),
        ("c1", "reworded", "0.7812", "640", "80"),
        ("c1", "excerpt", "0.996", "55", "140"),
        ("c2", "canonical", "1.0", "90", "300"),
        ("c2", "identical", "1.0", "90", "310"),
    ]


def test_an_empty_report_is_only_a_header(empty: Report) -> None:
    assert csv.render(empty) == ",".join(csv.HEADER) + "\n"


@given(reports())
def test_no_cell_is_a_formula_and_no_row_breaks(report: Report) -> None:
    read = rows(report)
    assert len(read) == 2
    assert not any(len(cell) > 1 and cell[0] in "=+-@\t\r\n＝＋－＠" for row in read for cell in row.values())


@pytest.mark.parametrize("title", ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1"])
def test_a_formula_is_shown_as_text(title: str) -> None:
    written = rows(report_of(cluster("c", story(1, title), (story(2, "t"), Relation.NEAR, 0.9))))[0]["title"]
    assert written == "'" + title.strip()


def test_a_check_has_a_column_that_tells_which_story_is_fresh(checked: Report) -> None:
    rows = list(standard.DictReader(csv.render(checked).splitlines()))
    assert {row["line"]: row["state"] for row in rows} == {"12": "held", "80": "fresh", "300": "held", "310": "fresh"}
