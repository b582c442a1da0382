import json
import re
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given

from dedupe.model import Origin, Relation, Report
from dedupe.reports import sarif
from tests.reports.made import cluster, report_of, reports, story
from tests.reports.test_findings import EXPIRED, accepted

# What OASIS' schema of SARIF 2.1.0 asks of the parts that stand in a report, and what code scanning refuses to be without.
TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "format": "uri-reference"}, "uriBaseId": {"type": "string"}},
            "additionalProperties": False,
        },
        "region": {
            "type": "object",
            "required": ["startLine"],
            "properties": {name: {"type": "integer", "minimum": 1} for name in ("startLine", "endLine")},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {"id": {"type": "integer", "minimum": 0}, "message": TEXT, "physicalLocation": PLACE},
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": {**TEXT, "required": ["text", "id", "arguments"]},
        "locations": {"type": "array", "minItems": 1, "maxItems": 1, "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION},
        "partialFingerprints": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
        "suppressions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                    "justification": {"type": "string"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
RUN = {
    "type": "object",
    "required": ["tool", "results", "automationDetails"],
    "properties": {"results": {"type": "array", "items": RESULT}},
}
LOG = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
    "additionalProperties": False,
}


def run_of(report: Report) -> Any:
    (run,) = json.loads(sarif.render(report))["runs"]
    return run


def uri(path: str) -> Any:
    told = cluster("c", story(1, "Ferry"), (story(2, "Ship", origin=Origin(path, 7, 9)), Relation.NEAR, 0.9))
    (one,) = (each for each in run_of(report_of(told))["results"])
    return one["locations"][0]["physicalLocation"]["artifactLocation"]


def test_it_is_a_log_of_one_run(report: Report, empty: Report) -> None:
    for each in (report, empty, accepted(report, "page.txt:80", findings=(EXPIRED,))):
        jsonschema_rs.validate(LOG, json.loads(sarif.render(each)), validate_formats=True)
        assert len(json.loads(sarif.render(each))["runs"]) == 1


@given(reports())
def test_whatever_a_title_holds_it_is_a_log(report: Report) -> None:
    jsonschema_rs.validate(LOG, json.loads(sarif.render(report)), validate_formats=True)


def test_a_result_names_the_other_version_and_links_to_it(report: Report) -> None:
    one = run_of(report)["results"][0]
    assert one["message"]["text"].endswith("(reworded, 78% alike): [dumps/page.txt:12](1).")
    assert one["locations"][0]["physicalLocation"]["region"] == {"startLine": 80, "endLine": 89}
    (other,) = one["relatedLocations"]
    assert (other["id"], other["physicalLocation"]["region"]["startLine"]) == (1, 12)
    assert other["message"]["text"].startswith("Surveillance drone")


def test_a_message_reads_as_its_rule_and_its_arguments_say(report: Report) -> None:
    run = run_of(accepted(report, findings=(EXPIRED,)))
    rules = run["tool"]["driver"]["rules"]
    for one in run["results"]:
        rule = rules[one["ruleIndex"]]
        assert rule["id"] == one["ruleId"] != rule["name"]
        form = rule["messageStrings"][one["message"]["id"]]["text"]
        assert form.format(*one["message"]["arguments"]) == one["message"]["text"]


def test_only_rules_that_have_a_result_stand_in_it_and_each_says_what_to_do(report: Report, empty: Report) -> None:
    assert run_of(empty)["tool"]["driver"]["rules"] == []
    rules = run_of(report)["tool"]["driver"]["rules"]
    assert [rule["name"] for rule in rules] == ["Identical", "Reworded", "Excerpt"]
    assert all("dedupe accept" in rule["help"]["text"] for rule in rules)


def test_what_is_accepted_is_suppressed_and_says_why(report: Report) -> None:
    quiet = run_of(accepted(report, "page.txt:300", "page.txt:310"))["results"]
    assert [one.get("suppressions") for one in quiet] == [
        None,
        None,
        [{"kind": "external", "status": "accepted", "justification": "both wanted"}],
    ]


def test_a_record_that_could_not_be_read_is_a_notification(report: Report) -> None:
    (told,) = run_of(report)["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "not read: a story without a text"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("dumps/page.txt", {"uri": "dumps/page.txt", "uriBaseId": "SRCROOT"}),
        ("./a b%#?.txt", {"uri": "a%20b%25%23%3F.txt", "uriBaseId": "SRCROOT"}),
        ("a:b.txt", {"uri": "a%3Ab.txt", "uriBaseId": "SRCROOT"}),
        ("-", {"uri": "stdin", "uriBaseId": "SRCROOT"}),
        ("/data/é.txt", {"uri": "file:///data/%C3%A9.txt"}),
        ("C:\\data\\page.txt", {"uri": "file:///C:/data/page.txt"}),
    ],
)
def test_a_path_is_an_address_relative_to_where_the_run_was_started_or_absolute(path: str, expected: object) -> None:
    assert uri(path) == expected


def test_no_title_makes_a_link() -> None:
    sly = cluster("c", story(1, "[a](https://example.org) \\"), (story(2, "Ship"), Relation.NEAR, 0.9))
    (one,) = run_of(report_of(sly))["results"]
    assert re.findall(r"(?<!\\)\[.*?(?<!\\)\]", one["message"]["text"]) == ["[dumps/page.txt:1]"]


def test_a_check_has_results_for_fresh_stories_alone_and_links_to_held_ones(checked: Report) -> None:
    results = run_of(checked)["results"]
    places = [one[name][0]["physicalLocation"] for one in results for name in ("locations", "relatedLocations")]
    assert [place["region"]["startLine"] for place in places] == [80, 12, 310, 300]
