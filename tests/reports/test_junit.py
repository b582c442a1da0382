from xml.etree import ElementTree

from hypothesis import given
from junitparser import Error, Failure, JUnitXml, Skipped

from dedupe.model import Report
from dedupe.reports import junit
from tests.reports.made import reports
from tests.reports.test_findings import EXPIRED, accepted


def root_of(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring(junit.render(report).encode())


def test_each_dump_is_a_suite_and_each_repeat_a_case_that_fails(report: Report) -> None:
    (suite,) = root_of(report)
    assert (suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("errors")) == (
        "dumps/page.txt",
        "4",
        "3",
        "1",
    )
    first = suite[0]
    assert (first.get("name"), first.get("line")) == ("80: Drone lost over the sea", "80")
    assert first[0].get("type") == "reworded"
    assert str(first[0].get("message")).endswith("(reworded, 78% alike): dumps/page.txt:12")


def test_what_is_accepted_is_skipped_and_a_decision_not_followed_fails(report: Report) -> None:
    root = root_of(accepted(report, "page.txt:300", "page.txt:310", findings=(EXPIRED,)))
    assert [suite.get("name") for suite in root] == ["dedupe-accepted.jsonl", "dumps/page.txt"]
    assert [skip.get("message") for skip in root.iter("skipped")] == ["accepted: both wanted"]
    assert root[0][0][0].get("message") == EXPIRED.reason


def test_a_clean_report_has_one_case_that_passes(empty: Report) -> None:
    (case,) = root_of(empty).iter("testcase")
    assert (case.get("name"), len(case)) == ("none of 0 stories repeats another", 0)


@given(reports())
def test_whatever_a_title_holds_it_is_xml_whose_counts_are_right(report: Report) -> None:
    root = root_of(report)
    for each in (root, *root.findall("testsuite")):
        for name, kind in {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}.items():
            assert each.get(name) == str(len([*each.iter(kind)]))


def test_a_check_has_cases_for_fresh_stories_alone(checked: Report) -> None:
    assert [case.get("line") for case in root_of(checked).iter("testcase")] == ["80", "310"]


def test_a_reader_of_junit_reads_every_case(report: Report, checked: Report, empty: Report) -> None:
    for each in (accepted(report, "page.txt:300", "page.txt:310", findings=(EXPIRED,)), checked, empty):
        read = JUnitXml.fromstring(junit.render(each).encode())
        cases = [case for suite in read for case in suite]
        kinds = [type(result) for case in cases for result in case.result]
        root = root_of(each)
        told = [root.get(name) for name in ("tests", "failures", "errors", "skipped")]
        assert told == [str(len(cases)), *(str(kinds.count(kind)) for kind in (Failure, Error, Skipped))]
        assert all(case.name and case.classname for case in cases)
