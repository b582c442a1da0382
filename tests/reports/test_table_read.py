from dedupe.model import Report
from dedupe.reports import table_read


def test_a_scan_counts_its_stories_and_a_check_what_it_stands_beside(report: Report, checked: Report) -> None:
    assert list(table_read.read(report)) == ["7 stories"]
    assert list(table_read.read(checked)) == ["3 fresh stories", "1,200 held", "2 held already"]


def test_what_was_skipped_of_the_held_stands_beside_the_rest(report: Report, checked: Report) -> None:
    assert table_read.skipped(report) == "1 skipped"
    assert table_read.skipped(checked) == "0 and 1 of the held skipped"
