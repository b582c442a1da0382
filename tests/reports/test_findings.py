import json
from dataclasses import replace

import pytest

from dedupe.model import Accepted, Origin, Policy, Relation, Report, Skip, Verdict
from dedupe.reports import github, gitlab, junit, sarif
from dedupe.reports.findings import RULES, findings, new
from tests.reports.made import cluster, report_of, story

EXPIRED = Skip(Origin("dedupe-accepted.jsonl", 3, 3), "known: ran out on 2026-01-01; renew or drop it")


def accepted(report: Report, *ids: str, findings: tuple[Skip, ...] = ()) -> Report:
    return replace(report, accepted=Accepted(9, dict.fromkeys(ids, "both wanted"), (), findings))


def test_each_story_that_repeats_another_is_found_where_it_stands(report: Report) -> None:
    found = findings(report)
    assert [(one.rule, one.origin.line, one.other.id if one.other else "") for one in found] == [
        ("reworded", 80, "page.txt:12"),
        ("excerpt", 140, "page.txt:12"),
        ("identical", 310, "page.txt:300"),
    ]
    assert found[0].message.startswith("“Drone lost over the sea” repeats “Surveillance drone falls into the sea")
    assert found[0].message.endswith("(reworded, 78% alike)")


def test_the_worst_come_first_and_what_is_accepted_not_at_all(report: Report) -> None:
    assert [one.rule for one in new(findings(report))] == ["identical", "reworded", "excerpt"]
    quiet = accepted(report, "page.txt:300", "page.txt:310")
    assert [one.rule for one in new(findings(quiet))] == ["reworded", "excerpt"]
    assert [one.accepted for one in findings(quiet)] == ["", "", "both wanted"]


def test_a_canonical_that_came_after_an_accepted_pair_is_the_new_one(report: Report) -> None:
    found = findings(accepted(report, "page.txt:80", "page.txt:140"))
    assert [(one.origin.line, one.other.id if one.other else "", bool(one.accepted)) for one in found] == [
        (12, "page.txt:80", False),
        (140, "page.txt:12", True),
        (310, "page.txt:300", False),
    ]


def test_a_decision_that_is_not_followed_is_found_in_its_file(report: Report) -> None:
    last = findings(accepted(report, findings=(EXPIRED,)))[-1]
    assert (last.rule, last.origin, last.name, last.other) == ("decision", EXPIRED.origin, "known", None)
    assert last.message == EXPIRED.reason


def test_fingerprints_last_and_no_two_are_the_same(report: Report) -> None:
    rates, *copies = (story(line, "Rates", 90) for line in (1, 20, 30))
    equal = report_of(cluster("c", rates, *((copy, Relation.IDENTICAL, 1.0) for copy in copies)), contents={})
    for each in (report, equal, accepted(report, findings=(EXPIRED, EXPIRED))):
        names = [one.fingerprint for one in findings(each)]
        assert len(set(names)) == len(names)
    moved = replace(report, clusters=tuple(reversed(report.clusters)))
    assert findings(moved) == findings(report)
    alone = report_of(report.clusters[0])
    assert findings(alone)[0].fingerprint in {one.fingerprint for one in findings(report)}


@pytest.mark.parametrize("relation", [relation for relation in Relation if relation.is_duplicate])
def test_every_relation_of_duplicates_has_a_rule(relation: Relation) -> None:
    assert RULES[relation]


def test_in_a_check_only_a_fresh_story_is_found_and_the_held_one_is_the_other(checked: Report) -> None:
    told = [(one.origin.line, one.other.origin.line if one.other else 0, one.rule, one.accepted) for one in findings(checked)]
    assert told == [(80, 12, "reworded", ""), (310, 300, "near", "")]


def test_a_fresh_story_that_is_accepted_stays_a_finding_that_says_why_though_it_speaks_for_the_held_one(checked: Report) -> None:
    told = [(one.origin.line, one.accepted) for one in findings(accepted(checked, "page.txt:300", "page.txt:310"))]
    assert told == [(80, ""), (310, "both wanted")]


def test_what_the_policy_of_a_check_does_not_count_is_milder_in_every_format_and_comes_last(checked: Report) -> None:
    told = replace(checked, verdict=Verdict(Policy(fail_on=("reworded",))))
    assert [(one.rule, one.counts) for one in new(findings(told))] == [("reworded", True), ("near", False)]
    assert [line.partition(" ")[0] for line in github.render(told).splitlines()] == ["::warning", "::notice", "::notice"]
    assert [one["severity"] for one in json.loads(gitlab.render(told))] == ["minor", "info"]
    assert [one["level"] for one in json.loads(sarif.render(told))["runs"][0]["results"]] == ["warning", "note"]
    assert 'tests="2" failures="1" errors="0" skipped="0"' in junit.render(told)
