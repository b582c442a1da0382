"""The composite action: its file is valid, and the script that it runs tells what a check tells."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dedupe.cli.entry import run

ROOT = Path(__file__).resolve().parent.parent.parent
ACTION = ROOT / ".github" / "actions" / "dedupe"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def valid(schema: str, *paths: Path) -> None:
    asked = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)]
    done = subprocess.run(asked, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_is_an_action() -> None:
    valid("vendor.github-actions", ACTION / "action.yml")


def test_the_workflow_in_readme_is_one_and_gives_inputs_that_there_are(tmp_path: Path) -> None:
    (workflow,) = re.findall(r"^```yaml\n(name: .*?)^```$", README, re.MULTILINE | re.DOTALL)
    (tmp_path / "news.yml").write_text(workflow)
    valid("vendor.github-workflows", tmp_path / "news.yml")
    action = (ACTION / "action.yml").read_text()
    given = re.search(r"id: check\n +with:\n((?: {10}.*\n)+)", workflow)
    assert given
    names = re.findall(r"^ {10}([\w-]+):", given[1], re.MULTILINE)
    assert names
    assert all(f"\n  {name}:\n" in action for name in names)


def test_no_input_is_put_into_a_script() -> None:
    scripts = re.findall(r"^ +run: (.*)$", (ACTION / "action.yml").read_text(), re.MULTILINE)
    assert scripts
    assert not any("${{" in script for script in scripts)


Told = tuple[int, str, dict[str, str], str]


@pytest.fixture
def runner(folder: Path, tmp_path: Path) -> Path:
    """Return the folder of a runner's files, with the command on its path."""
    place = tmp_path / "runner"
    place.mkdir()
    command = place / "dedupe"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dedupe "$@"\n')
    command.chmod(0o755)
    return place


def ran(runner: Path, **given: str) -> Told:
    """Return the status of the script, what it wrote to the log, its outputs, and its summary."""
    for name in ("output", "summary"):
        (runner / name).write_text("")
    files = {"GITHUB_OUTPUT": str(runner / "output"), "GITHUB_STEP_SUMMARY": str(runner / "summary"), "RUNNER_TEMP": str(runner)}
    path = {"PATH": f"{runner}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    environment = os.environ | files | path | {f"CHECK_{name.upper()}": value for name, value in given.items()}
    done = subprocess.run([ACTION / "check.sh"], env=environment, capture_output=True, text=True)
    outputs = dict(line.split("=", 1) for line in (runner / "output").read_text().splitlines())
    return done.returncode, done.stdout + done.stderr, outputs, (runner / "summary").read_text()


def test_a_repeat_fails_the_step_is_annotated_and_stands_in_the_summary(runner: Path) -> None:
    status, log, outputs, summary = ran(runner, inputs="fresh.jsonl", against="held.jsonl")
    assert (status, outputs["status"]) == (1, "1")
    assert "::warning file=fresh.jsonl,line=1," in log
    assert "::error title=dedupe::Failed: max-new: 1 of 1 fresh story repeats another, 0 allowed" in log
    assert summary.startswith("## Duplicates\n\n1 cluster, 1 fresh story that repeats another.")
    assert all(Path(outputs[name]).is_file() for name in ("json", "sarif", "markdown"))


def test_options_are_given_on_a_line_each_and_none_is_read_as_code(runner: Path) -> None:
    options = "--max-new=100%\n--source-field=$(touch made) `touch made` ; touch made\n"
    status, log, outputs, _ = ran(runner, inputs="fresh.jsonl\n\nfresh.jsonl\n", against="held.jsonl", options=options)
    assert (status, outputs["status"]) == (2, "2")
    assert 'no field "$(touch made) `touch made` ; touch made"' in log
    assert not Path("made").exists()
    assert ran(runner, inputs="fresh.jsonl", against="held.jsonl", options="--max-new=100%")[0] == 0


def test_where_no_report_can_be_made_only_the_status_is_told(runner: Path) -> None:
    status, log, outputs, summary = ran(runner, inputs="no/such/file.jsonl", against="held.jsonl")
    assert (status, outputs, summary) == (2, {"status": "2"}, "")
    assert "no/such/file.jsonl" in log


def test_an_index_takes_the_place_of_dumps(runner: Path) -> None:
    assert run(["index", "add", "held", "held.jsonl", "--quiet"]) == 0
    assert ran(runner, inputs="fresh.jsonl", index="held")[0] == 1
    assert ran(runner, inputs="held.jsonl", index="held")[0] == 0
