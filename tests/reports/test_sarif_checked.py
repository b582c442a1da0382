"""SARIF as Microsoft's multitool sees it, with its own rules and those of GitHub's code scanning.

It comes from npm: `npm install @microsoft/sarif-multitool`; SARIF_MULTITOOL names its command. `.ci/run` does both.
"""

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dedupe.cli.entry import run
from dedupe.model import Ailment, Origin, Policy, Report, Symptom, Verdict
from dedupe.reports import sarif
from tests.reports.test_findings import EXPIRED, accepted

ROOT = Path(__file__).resolve().parent.parent.parent
TOOL = os.environ.get("SARIF_MULTITOOL", "")

pytestmark = pytest.mark.skipif(not TOOL, reason="SARIF_MULTITOOL names no multitool; npm has it")


def wrong(path: Path) -> list[Any]:
    """Return the errors and warnings that the multitool finds."""
    told = path.with_suffix(".told")
    rules = "'Sarif;Ghas'"  # its command hands them to a shell
    asked = [TOOL, "validate", str(path), "--rule-kind", rules, "--output", str(told), "--log", "ForceOverwrite"]
    done = subprocess.run(asked, capture_output=True, text=True)
    assert told.is_file(), done.stdout + done.stderr
    return [result for each in json.loads(told.read_text(encoding="utf-8-sig"))["runs"] for result in each.get("results", ())]


def test_a_report_with_every_kind_of_finding_has_no_error_and_no_warning(report: Report, tmp_path: Path) -> None:
    ills = tuple(Symptom(ailment, "Post", "2026-05-03", 9, 20, Origin("dumps/page.txt", 3, 4)) for ailment in Ailment)
    told = accepted(report, "page.txt:300", "page.txt:310", findings=(EXPIRED,))
    path = tmp_path / "report.sarif"
    path.write_text(sarif.render(replace(told, health=ills, verdict=Verdict(Policy(fail_on=("template",))))), encoding="utf-8")
    assert wrong(path) == []


def test_the_report_of_a_check_has_no_error_and_no_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    path, dumps = tmp_path / "check.sarif", Path("fixtures") / "dumps"
    asked = ["check", dumps / "wire.jsonl", "--against", dumps / "archive.txt", "--quiet", "-f", "sarif", "-o", path]
    assert run(list(map(str, asked))) == 1
    assert wrong(path) == []


def test_what_code_scanning_refuses_is_found(report: Report, tmp_path: Path) -> None:
    log = json.loads(sarif.render(report))
    del log["runs"][0]["results"][0]["message"]["text"]
    path = tmp_path / "broken.sarif"
    path.write_text(json.dumps(log), encoding="utf-8")
    assert {result["ruleId"] for result in wrong(path)} >= {"GH1015"}
