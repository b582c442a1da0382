from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Policy, Relation, Report, Verdict
from dedupe.reports import github, json, markdown, table, table_verdict
from dedupe.reports.cells import columns
from dedupe.reports.findings import findings
from tests.reports.made import TITLES

FAILED = Verdict(Policy(), 3, ("max-new: 3 of 20 fresh stories repeat another, 0 allowed",), (), ("not counted: 1 excerpt",))
DOUBTED = Verdict(Policy(), 0, (), ("max-skipped: 9 of 10 records could not be read, 10% allowed",))


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    assert "\n".join(table_verdict.render(FAILED, 80)) in (table_verdict.__doc__ or "")


def test_one_that_passed_says_so() -> None:
    assert table_verdict.render(Verdict(Policy()), 80) == ["Passed"]


@given(st.builds(Verdict, broken=st.lists(TITLES).map(tuple), doubts=st.lists(TITLES).map(tuple)), st.integers(60, 160))
def test_each_reason_begins_a_line_and_is_wrapped_to_the_width(verdict: Verdict, width: int) -> None:
    lines = table_verdict.render(verdict, width)
    assert len(lines) >= max(len(verdict.broken) + len(verdict.doubts), 1)
    assert max(map(columns, lines)) <= width
    assert "".join(" ".join(lines).split()) == "".join("".join(table_verdict.lines(verdict)).split())


def test_it_stands_at_the_end_of_the_table_and_in_markdown(checked: Report) -> None:
    assert table.render(replace(checked, verdict=FAILED)).endswith("\n".join(table_verdict.render(FAILED, 80)) + "\n")
    assert "\n\n**Not to be trusted: max-skipped: 9 of 10" in markdown.render(replace(checked, verdict=DOUBTED))


def test_each_reason_is_an_error_of_a_workflow(checked: Report) -> None:
    lines = github.render(replace(checked, verdict=FAILED)).splitlines()
    assert lines[-2] == "::error title=dedupe::Failed: max-new: 3 of 20 fresh stories repeat another, 0 allowed"
    assert "::error" not in github.render(replace(checked, verdict=Verdict()))


def test_a_policy_that_counts_templates_makes_findings_of_them(report: Report) -> None:
    assert "template" not in {one.rule for one in findings(report)}
    told = findings(replace(report, verdict=Verdict(Policy(fail_on=("template",)))))
    (one,) = (one for one in told if one.rule == Relation.TEMPLATE)
    assert (one.origin.line, one.other.origin.line if one.other else 0) == (320, 300)
    assert "“Rates: market closes lower” has the form of “Rates: market closes higher”" in one.message


def test_json_says_what_the_policy_is_and_what_it_says(checked: Report) -> None:
    assert '"verdict": {"passed": false, "counted": 3, "broken": ["max-new: 3 of 20' in json.render(
        replace(checked, verdict=FAILED)
    )
