import json
from typing import Any

import jsonschema_rs
from hypothesis import given

from dedupe.model import Report
from dedupe.reports import gitlab
from tests.reports.made import reports
from tests.reports.test_findings import EXPIRED, accepted

ENTRY = {
    "type": "object",
    "required": ["description", "check_name", "fingerprint", "severity", "location"],
    "properties": {
        "description": {"type": "string", "minLength": 1},
        "check_name": {"type": "string", "pattern": "^dedupe/[a-z-]+$"},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "properties": {
                "path": {"type": "string", "minLength": 1, "not": {"pattern": "^\\./"}},
                "lines": {
                    "type": "object",
                    "required": ["begin"],
                    "properties": {name: {"type": "integer", "minimum": 1} for name in ("begin", "end")},
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}


def entries(report: Report) -> Any:
    found = json.loads(gitlab.render(report))
    jsonschema_rs.validate({"type": "array", "items": ENTRY}, found)
    return found


def test_each_new_finding_is_an_entry_with_a_fingerprint_of_its_own(report: Report, empty: Report) -> None:
    found = entries(accepted(report, "page.txt:300", "page.txt:310", findings=(EXPIRED,)))
    assert [(one["check_name"], one["severity"], one["location"]["lines"]["begin"]) for one in found] == [
        ("dedupe/reworded", "minor", 80),
        ("dedupe/excerpt", "minor", 140),
        ("dedupe/decision", "minor", 3),
    ]
    assert len({one["fingerprint"] for one in found}) == 3
    assert entries(report)[2]["severity"] == "major"
    assert entries(empty) == []


@given(reports())
def test_whatever_a_title_holds_it_is_code_quality(report: Report) -> None:
    assert len(entries(report)) == 1


def test_a_check_has_entries_for_fresh_stories_alone(checked: Report) -> None:
    assert [one["location"]["lines"]["begin"] for one in entries(checked)] == [80, 310]
