from dataclasses import replace
from typing import Any

import pytest

from dedupe.model import Accepted, Ailment, Origin, Policy, Relation, Report, Skip, Symptom, Tally
from dedupe.model.verdict import COUNTED
from dedupe.pipeline.policy import judge
from tests.reports.made import cluster, match, report_of, story

FERRY, COPY, TOLD = (story(line, "Ferry aground", source="Post") for line in (1, 2, 3))
RATES, HIGHER, TEASER = (story(line, "Rates rise", source="Mail") for line in (10, 11, 12))


@pytest.fixture
def report() -> Report:
    """Return a check: of 20 fresh stories, two of the Post and one of the Mail repeat others; one has the form of a held one."""
    return report_of(
        cluster("c1", FERRY, (COPY, Relation.IDENTICAL, 1.0), (TOLD, Relation.REWORDED, 0.8)),
        cluster("c2", RATES, (TEASER, Relation.EXCERPT, 0.9)),
        others=(HIGHER,),
        matches=(match(RATES, HIGHER, Relation.TEMPLATE, 0.7),),
        read=20,
        held=100,
        fresh=frozenset({COPY.id, TOLD.id, TEASER.id, HIGHER.id}),
        sources=(Tally("Post", "2026-03-04", 8), Tally("Mail", "2026-03-04", 12)),
    )


def broken(report: Report, **policy: Any) -> list[str]:
    verdict = judge(report, Policy(**policy)).verdict
    assert verdict is not None
    assert verdict.passed == (verdict.broken == ())
    return list(verdict.broken)


def test_unless_told_otherwise_no_new_repeat_is_let_pass(report: Report) -> None:
    assert broken(report) == ["max-new: 3 of 20 fresh stories repeat another, 0 allowed"]
    assert broken(replace(report, clusters=())) == []


@pytest.mark.parametrize("limit", ["3", "15%", "100%"])
def test_as_many_as_are_let_pass_do_and_are_a_warning(limit: str, report: Report) -> None:
    verdict = judge(report, Policy(max_new=limit)).verdict
    assert verdict is not None
    assert (verdict.passed, verdict.counted) == (True, 3)
    assert verdict.warnings == ("3 of 20 fresh stories repeat another, within what is allowed",)


@pytest.mark.parametrize("limit", ["2", "14.9%"])
def test_one_more_than_are_let_pass_breaks_the_rule(limit: str, report: Report) -> None:
    assert broken(report, max_new=limit) == [f"max-new: 3 of 20 fresh stories repeat another, {limit} allowed"]


def test_only_the_relations_that_are_named_count_and_the_others_are_a_warning(report: Report) -> None:
    assert broken(report, fail_on=("identical",)) == ["max-new: 1 of 20 fresh stories repeats another, 0 allowed"]
    verdict = judge(report, Policy(fail_on=("near",))).verdict
    assert verdict is not None
    assert (verdict.passed, verdict.warnings) == (True, ("not counted: 1 excerpt, 1 identical, 1 reworded",))


def test_a_template_counts_where_it_is_named(report: Report) -> None:
    assert broken(report, fail_on=("template",)) == ["max-new: 1 of 20 fresh stories repeats another, 0 allowed"]
    known = {("0" * 16, "1" * 16): "daily rates"}
    contents = {**report.contents, RATES.id: "1" * 16, HIGHER.id: "0" * 16}
    quiet = replace(report, contents=contents, accepted=Accepted(1, {}, (), (), known))
    verdict = judge(quiet, Policy(fail_on=("template",))).verdict
    assert verdict is not None
    assert (verdict.passed, verdict.warnings[-1]) == (True, "quieted as known: 1 template")


def test_each_source_has_its_limit_and_the_worst_is_named(report: Report) -> None:
    assert broken(report, max_new="100%", max_per_source="1") == [
        "max-per-source: Post: 2 of 8 fresh stories repeat another, 1 allowed"
    ]
    assert broken(report, max_new="100%", max_per_source="0") == [
        "max-per-source: Post: 2 of 8 fresh stories repeat another (and 1 more source with too many), 0 allowed"
    ]
    assert broken(report, max_new="100%", max_per_source="25%") == []


def test_a_cluster_with_a_story_that_counts_has_its_largest_size(report: Report) -> None:
    assert broken(report, max_new="100%", largest_cluster=2) == ["largest-cluster: 3 stories in c1, 2 allowed"]
    assert broken(report, max_new="100%", largest_cluster=3) == []
    assert broken(report, max_new="100%", largest_cluster=2, fail_on=("excerpt",)) == []


def test_what_is_accepted_never_counts(report: Report) -> None:
    quiet = dict.fromkeys((FERRY.id, COPY.id, TOLD.id), "both wanted")
    told = replace(report, accepted=Accepted(3, quiet, (), ()))
    assert broken(told) == ["max-new: 1 of 20 fresh stories repeats another, 0 allowed"]
    assert broken(told, max_new="1", largest_cluster=2) == []


def test_lines_that_are_not_followed_count_only_where_named(report: Report) -> None:
    expired = Skip(Origin("dedupe-accepted.jsonl", 3, 3), "known: ran out on 2026-01-01; renew or drop it")
    told = replace(report, clusters=(), accepted=Accepted(1, {}, (), (expired,)))
    assert broken(told) == []
    assert broken(told, fail_on=("decision",)) == ["decision: 1 accepted line not followed, none allowed"]


@pytest.mark.parametrize(("skipped", "limit", "doubts"), [(5, "20%", 0), (5, "19%", 1), (6, "20%", 1), (5, "5", 0), (5, "4", 1)])
def test_over_the_records_that_may_be_unreadable_the_answer_is_not_to_be_trusted(
    skipped: int, limit: str, doubts: int, report: Report
) -> None:
    told = replace(report, skipped=tuple(Skip(Origin("a", line), "bad") for line in range(1, skipped + 1)))
    verdict = judge(told, Policy(max_skipped=limit, max_new="100%")).verdict
    assert verdict is not None
    assert (len(verdict.doubts), verdict.passed) == (doubts, not doubts)


def test_what_of_the_held_cannot_be_read_is_judged_by_itself(report: Report) -> None:
    told = replace(report, held=2, skipped_held=(Skip(Origin("held", 1), "bad"),))
    verdict = judge(told, Policy()).verdict
    assert verdict is not None
    assert verdict.doubts == ("max-skipped: 1 of 3 held records could not be read, 25% allowed",)


def test_a_policy_that_counts_all_there_is_finds_every_kind(report: Report) -> None:
    assert broken(report, fail_on=COUNTED) == ["max-new: 4 of 20 fresh stories repeat another, 0 allowed"]


def test_an_ailing_source_is_a_warning_unless_it_is_to_fail(report: Report) -> None:
    ill = replace(report, clusters=(), health=(Symptom(Ailment.CUT, "Post", "2026-03-04", 9, 20, Origin("a")),))
    verdict = judge(ill, Policy()).verdict
    assert verdict is not None
    assert (verdict.passed, verdict.warnings) == (True, ("1 finding on sources, not counted",))
    assert broken(ill, fail_on=("health",)) == ["health: 1 finding on sources, none allowed"]
