import json
from dataclasses import fields, replace
from typing import Any

import jsonschema_rs
import pytest

from dedupe.model import Audit, Relation, Report
from dedupe.reports import json as report_json
from dedupe.reports import schema
from dedupe.reports.contract import SCHEMA


def strict(part: Any) -> Any:
    """Return the schema, refusing every key that it does not name."""
    if isinstance(part, list):
        return [strict(each) for each in part]
    if not isinstance(part, dict):
        return part
    closed = {"additionalProperties": False} if "properties" in part and "additionalProperties" not in part else {}
    return {key: strict(value) for key, value in part.items()} | closed


def test_it_is_a_valid_schema_of_its_draft() -> None:
    jsonschema_rs.meta.validate(json.loads(schema.render()))


def test_it_names_every_key_that_a_report_has(report: Report) -> None:
    whole = replace(report, audit=Audit(9, 3, 2, 0.2, 0.9, report.matches))
    jsonschema_rs.validate(strict(json.loads(schema.render())), json.loads(report_json.render(whole, {"seconds": 0.1})))


def test_it_knows_every_relation_and_its_own_version() -> None:
    read = json.loads(schema.render())
    assert read["$defs"]["relation"]["enum"] == [str(relation) for relation in Relation]
    assert read["properties"]["schema"]["const"] == SCHEMA


@pytest.mark.parametrize("key", ["clusters", "matches", "candidate_recall", "read"])
def test_a_report_without_a_required_key_is_refused(report: Report, key: str) -> None:
    read = json.loads(report_json.render(report))
    del read[key]
    assert not jsonschema_rs.is_valid(json.loads(schema.render()), read)


def test_settings_hold_only_plain_values(report: Report) -> None:
    assert all(
        isinstance(getattr(report.settings, field.name), int | float | str | bool | None) for field in fields(report.settings)
    )
