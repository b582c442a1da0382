"""The hook of pre-commit: its file is valid, and it fails a commit that brings a repeat."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from dedupe.cli.entry import run

ROOT = Path(__file__).resolve().parent.parent.parent
HOOKS = ROOT / ".pre-commit-hooks.yaml"
SCHEMA = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["id", "name", "entry", "language", "require_serial", "files"],
        "properties": {
            **{name: {"type": "string", "minLength": 1} for name in ("id", "name", "description", "entry")},
            **{name: {"type": "string", "format": "regex"} for name in ("files", "exclude")},
            "language": {"const": "python"},
            "require_serial": {"const": True},
        },
        "additionalProperties": False,
    },
}


def value(name: str) -> str:
    (found,) = re.findall(rf"^(?:-| ) {name}: (.*)$", HOOKS.read_text(), re.MULTILINE)
    return str(found)


def done(*command: object, **more: str) -> tuple[int, str]:
    asked = subprocess.run(list(map(str, command)), capture_output=True, text=True, env=os.environ | more)
    return asked.returncode, asked.stdout + asked.stderr


def test_it_is_a_manifest_of_hooks(tmp_path: Path) -> None:
    (tmp_path / "schema.json").write_text(json.dumps(SCHEMA))
    for command in (("check_jsonschema", "--schemafile", tmp_path / "schema.json"), ("pre_commit", "validate-manifest")):
        status, said = done(sys.executable, "-m", *command, HOOKS)
        assert status == 0, said


def test_the_lines_in_readme_are_a_configuration(tmp_path: Path) -> None:
    (told,) = re.findall(r"^```yaml\n(repos:.*?)^```$", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)
    path = tmp_path / "config.yaml"
    path.write_text(told)
    status, said = done(sys.executable, "-m", "pre_commit", "validate-config", path)
    assert status == 0, said
    assert f"id: {value('id')}\n" in told


@pytest.mark.parametrize(
    ("name", "is_read"),
    [("a/b.jsonl", True), ("b.csv.gz", True), ("b.parquet", True), ("setup.py", False), ("dedupe-accepted.jsonl", False)],
)
def test_it_reads_dumps_and_nothing_else(name: str, is_read: bool) -> None:
    assert bool(re.search(value("files"), name) and not re.search(value("exclude"), name)) is is_read


def test_its_command_fails_a_commit_that_brings_a_repeat(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name, *arguments = shlex.split(value("entry"))
    assert name == "dedupe"
    assert run([*arguments, "--against", "held.jsonl", "fresh.jsonl"]) == 1  # args, then the files of the commit
    assert "dedupe: failed: max-new: 1 of 1" in capsys.readouterr().err


@pytest.mark.skipif(not os.environ.get("TRY_REPO"), reason="TRY_REPO does not ask to install the project as a hook")
def test_pre_commit_installs_it_and_runs_it(folder: Path, tmp_path: Path) -> None:
    if not (ROOT / ".git").exists() or done("git", "-C", ROOT, "rev-parse", "HEAD")[0]:
        pytest.skip("no repository that pre-commit could clone")
    (folder / "dedupe.toml").write_text("against = ['held.jsonl']\n")
    for command in (("init", "-q"), ("add", "-A")):
        assert done("git", *command)[0] == 0
    plain = {"NUMBA_DISABLE_JIT": "1", "PRE_COMMIT_HOME": str(tmp_path / "home")}  # nothing to compile for one story
    status, said = done(sys.executable, "-m", "pre_commit", "try-repo", ROOT, value("id"), "--files", "fresh.jsonl", **plain)
    assert (status, "Failed: max-new: 1 of 1 fresh story repeats another" in said) == (1, True), said
