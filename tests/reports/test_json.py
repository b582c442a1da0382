import json as standard
from dataclasses import asdict, replace
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given

from dedupe.model import Accepted, Audit, Policy, Report, Verdict
from dedupe.model.verdict import COUNTED
from dedupe.reports import json, schema
from dedupe.reports.contract import matches_of
from tests.reports.made import reports

KEYS = [
    "schema",
    "tool",
    "settings",
    "read",
    "skipped",
    "candidate_recall",
    "clusters",
    "matches",
    "related",
    "furniture",
    "boilerplate",
    "health",
    "stories",
]
MEMBER = ["id", "title", "source", "url", "published", "path", "line", "relation", "similarity"]
MATCH = ["left", "right", "relation", "jaccard", "containment", "cosine", "coverage", "alignment", "anchor", "run"]


@pytest.fixture(scope="module")
def contract() -> Any:
    return jsonschema_rs.validator_for(standard.loads(schema.render()))


def test_it_follows_its_schema(report: Report, empty: Report, contract: Any) -> None:
    for each in (report, empty):
        contract.validate(standard.loads(json.render(each)))
        contract.validate(standard.loads(json.render(each, {"seconds": 1.5})))


def test_it_has_the_keys_of_the_contract(report: Report) -> None:
    read = standard.loads(json.render(report))
    assert list(read) == KEYS
    assert list(read["clusters"][0]) == ["id", "canonical", "reason", "members"]
    assert list(read["clusters"][0]["members"][0]) == MEMBER
    assert list(read["matches"][0]) == list(read["related"][0]) == MATCH
    assert list(read["skipped"][0]) == ["path", "line", "reason"]
    assert read["settings"] == asdict(report.settings)


def test_texts_under_many_titles_are_listed_once_with_their_stories(report: Report) -> None:
    assert standard.loads(json.render(report))["furniture"] == [
        {"text": "Subscribe to read on | all our\nstories", "stories": ["page.txt:600", "page.txt:610", "page.txt:620"]},
        {"text": "Page not found", "stories": ["page.txt:500", "page.txt:510"]},
    ]


def test_timing_is_absent_unless_given(report: Report) -> None:
    assert "timing" not in standard.loads(json.render(report))
    assert standard.loads(json.render(report, {"seconds": 1.5}))["timing"] == {"seconds": 1.5}


def test_an_audit_stands_in_it_only_where_asked_for(report: Report, contract: Any) -> None:
    assert "audit" not in standard.loads(json.render(report))
    read = standard.loads(json.render(replace(report, audit=Audit(9, 3, 2, 0.20766, 0.93854, (report.matches[0],)))))
    contract.validate(read)
    assert {name: value for name, value in read["audit"].items() if name != "missed"} == {
        "sampled": 9, "pairs": 3, "found": 2, "share": 0.6667, "low": 0.2077, "high": 0.9385,
    }  # fmt: skip
    assert read["audit"]["missed"] == matches_of(report.matches[:1])


def test_the_order_of_what_was_found_changes_no_byte(report: Report) -> None:
    turned = replace(
        report,
        clusters=report.clusters[::-1],
        matches=report.matches[::-1],
        related=report.related[::-1],
        furniture=report.furniture[::-1],
        skipped=report.skipped[::-1],
    )
    assert json.render(turned) == json.render(report)


@given(reports())
def test_every_title_comes_back_as_it_was_and_is_inert_on_the_way(report: Report) -> None:
    text = json.render(report)
    titles = [member["title"] for cluster in standard.loads(text)["clusters"] for member in cluster["members"]]
    assert titles == [story.title for cluster in report.clusters for story in cluster.members]
    assert all(
        line.isprintable() or set(line) <= {c for c in line if c > "\x9f"} | set(map(chr, range(32, 127)))
        for line in text.split("\n")
    )
    text.encode("utf-8")


def test_each_cluster_and_each_match_takes_one_line(report: Report) -> None:
    lines = json.render(report).split("\n")
    assert sum(line.startswith('{"id"') for line in lines) == len(report.clusters)
    assert sum(line.startswith('{"left"') for line in lines) == len(report.matches) + len(report.related)


def test_what_decisions_did_stands_in_it_only_where_they_were_given(report: Report, contract: Any) -> None:
    gone = (("1" * 16, "2" * 16, "known"),)
    decided = replace(report, accepted=Accepted(9, {"page.txt:310": "both wanted"}, gone, report.skipped))
    read = standard.loads(json.render(decided))
    contract.validate(read)
    assert read["accepted"] == {
        "lines": 9,
        "quiet": [{"id": "page.txt:310", "why": "both wanted"}],
        "gone": [{"left": "1" * 16, "right": "2" * 16, "verdict": "known"}],
        "findings": [{"path": "dumps/page.txt", "line": 400, "reason": "a story without a text"}],
    }


def test_each_story_that_is_spoken_of_is_named_with_its_content(report: Report) -> None:
    stories = standard.loads(json.render(report))["stories"]
    assert [(one["id"], one["title"]) for one in stories] == sorted((s.id, s.title) for s in report.stories.values())
    assert [one["content"] for one in stories] == [report.contents[one["id"]] for one in stories]


def test_a_check_says_of_each_member_whether_it_is_fresh_and_what_it_stands_beside(checked: Report, contract: Any) -> None:
    read = standard.loads(json.render(checked))
    contract.validate(read)
    members = [member for cluster in read["clusters"] for member in cluster["members"]]
    assert {member["line"]: member["fresh"] for member in members} == {12: False, 80: True, 300: False, 310: True}
    assert {one["id"]: one["fresh"] for one in read["stories"]}["page.txt:200"] is False
    assert read["check"] == {
        "held": 1200,
        "already": 2,
        "skipped_held": [{"path": "held.jsonl", "line": 7, "reason": "no text"}],
        "new": [
            {"id": "page.txt:310", "other": "page.txt:300", "relation": "near"},
            {"id": "page.txt:80", "other": "page.txt:12", "relation": "reworded"},
        ],
    }


def test_a_verdict_follows_the_schema(checked: Report, contract: Any) -> None:
    contract.validate(standard.loads(json.render(replace(checked, verdict=Verdict(Policy(fail_on=COUNTED), 1, ("x",))))))
