"""README shows what the commands really print; `pytest --update` renews it, for a person to read."""

import doctest
import json
import re
import shlex
from pathlib import Path

import pytest

from dedupe.cli.entry import run
from dedupe.cli.group import COMMANDS
from dedupe.reports import schema

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = [
    step.partition("\n")[::2] for session in SESSION.findall(TEXT) for step in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]
]
SECONDS = re.compile(r"\d+\.\d s$", re.MULTILINE)


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)  # as at the root, but for what is written
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_readme_shows(
    command: str, shown: str, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    name, *arguments = shlex.split(command)
    if "--master" in arguments:
        request.getfixturevalue("spark")
    assert name == "dedupe"
    status = run(arguments)
    out, err = capsys.readouterr()
    assert status == ("dedupe: failed: " in err)
    printed = err + out
    if request.config.getoption("--update"):
        now = README.read_text(encoding="utf-8")
        README.write_text(now.replace(f"$ {command}\n{shown}", f"$ {command}\n{printed}", 1), encoding="utf-8")
    else:
        assert SECONDS.sub("? s", printed) == SECONDS.sub("? s", shown)


def test_the_library_answers_as_readme_shows() -> None:
    (session,) = re.findall(r"^```pycon\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    example = doctest.DocTestParser().get_doctest(session, {}, "README", str(README), 0)
    assert doctest.DocTestRunner().run(example).failed == 0


def test_readme_shows_the_help_of_every_command() -> None:
    assert {command for command, _ in SHOWN} >= {"dedupe --help", *(f"dedupe {name} --help" for name in COMMANDS)}


def test_readme_names_every_key_of_the_json_report() -> None:
    (table,) = re.findall(r"^\| key .*?\n\n", TEXT, re.MULTILINE | re.DOTALL)
    cells = re.findall(r"^\| (`.*?) +\|", table, re.MULTILINE)
    assert re.findall(r"\w+", " ".join(cells)) == list(json.loads(schema.render())["properties"])


def test_readme_leaves_no_command_unchecked() -> None:
    assert re.findall(r"^\$ .*$", SESSION.sub("", TEXT), re.MULTILINE) == []
