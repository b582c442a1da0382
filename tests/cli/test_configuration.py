import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from dedupe.cli.entry import run
from dedupe.settings import Settings

Show = Callable[..., Any]


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Show:
    """Return a function that shows the settings of a scan in a folder, as name -> (value, where it came from)."""
    monkeypatch.chdir(tmp_path)

    def shown(*arguments: str) -> dict[str, tuple[str, str]] | str:
        status = run(["scan", "--show-settings", *arguments])
        out, err = capsys.readouterr()
        if status:
            return err
        lines = [line.rpartition("#") for line in out.splitlines()]
        return {told.strip("# ").split(" ")[0]: (told.partition("=")[2].strip(), origin.strip()) for told, _, origin in lines}

    return shown


def test_every_setting_is_shown_with_its_default(show: Show) -> None:
    told = show()
    assert {origin for _, origin in told.values()} == {"default"}
    assert told.keys() >= {field.name for field in fields(Settings)}
    assert told["near"] == ("0.5", "default")
    assert told["title_field"] == ("", "default")
    assert told.keys().isdisjoint({"output", "format", "quiet", "help", "show_settings", "threshold"})


def test_what_is_shown_is_a_file_of_settings(show: Show, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["scan", "--show-settings", "--threshold", "near=0.6", "--title-field", 'a "b"', "--strict", "--memory", "1GB"])
    (tmp_path / "dedupe.toml").write_text(capsys.readouterr().out)
    told = show()
    values = tomllib.loads((tmp_path / "dedupe.toml").read_text())
    assert (values["near"], values["title_field"], values["strict"], values["memory"]) == (0.6, 'a "b"', True, 1 << 30)
    assert {origin for value, origin in told.values() if value} == {"dedupe.toml"}


def test_options_override_variables_which_override_the_file(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.dedupe]\nnear = 0.6\ntold = 0.7\nrun = 20\njobs = 1\ncanonical = 'latest'\n")
    monkeypatch.setenv("DEDUPE_NEAR", "0.7")
    monkeypatch.setenv("DEDUPE_JOBS", "2")
    monkeypatch.setenv("DEDUPE_TOLD", "0.8")
    monkeypatch.setenv("DEDUPE_ID_FIELD", "")
    told = show("--threshold", "told=0.9", "--canonical", "longest")
    assert told["near"] == ("0.7", "DEDUPE_NEAR")
    assert told["told"] == ("0.9", "--threshold")
    assert told["run"] == ("20", "pyproject.toml")
    assert told["jobs"] == ("2", "DEDUPE_JOBS")
    assert told["canonical"] == ('"longest"', "--canonical")
    assert told["id_field"] == ("", "default")


def test_the_nearest_file_that_speaks_of_the_tool_is_read(show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dedupe.toml").write_text("near = 0.6\n")
    (tmp_path / "news" / "june").mkdir(parents=True)
    (tmp_path / "news" / "pyproject.toml").write_text("[tool.other]\nnear = 0.1\n")
    monkeypatch.chdir(tmp_path / "news" / "june")
    assert show()["near"] == ("0.6", "../../dedupe.toml")
    (tmp_path / "news" / "pyproject.toml").write_text("[tool.dedupe]\nnear = 0.7\naccepted = 'a.jsonl'\n")
    told = show()
    assert told["near"] == ("0.7", "../pyproject.toml")
    assert told["accepted"] == ('"../a.jsonl"', "../pyproject.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("neer = 0.5", "dedupe.toml: there is no setting 'neer'; did you mean 'near'?"),
        ("xyz = 1", "dedupe.toml: there is no setting 'xyz'; `dedupe scan --show-settings` lists them"),
        ("output = 'x'", "there is no setting 'output'"),
        ("near = 'high'", "dedupe.toml: near: 'high' is not a number; the default is near=0.5"),
        ("near = 7", "near is 7.0; it is a share"),
        ("jobs = 'four'", "dedupe.toml: jobs: 'four' is not a valid integer range"),
        ("canonical = 'first'", "dedupe.toml: canonical: 'first' is not one of 'coverage', "),
        ("jobs = [1, 2]", "dedupe.toml: jobs: [1, 2] does not fit"),
        ("near 0.5", "dedupe.toml: Expected '=' after a key"),
    ],
)
def test_a_file_that_cannot_be_followed_is_one_line_that_names_it(text: str, said: str, show: Show, tmp_path: Path) -> None:
    (tmp_path / "dedupe.toml").write_text(text)
    err = show()
    assert said in err
    assert (err.count("\n"), err.startswith("dedupe: error: ")) == (1, True)


def test_a_variable_that_is_no_setting_is_named(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEDUPE_MEMROY", "4GB")
    assert show() == "dedupe: error: DEDUPE_MEMROY: there is no setting 'memroy'; did you mean 'memory'?\n"


def test_a_broken_project_file_that_does_not_speak_of_the_tool_is_left_alone(show: Show, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project\n")
    assert show()["near"] == ("0.5", "default")
    (tmp_path / "pyproject.toml").write_text("[tool]\ndedupe = 5\n")
    assert "tool.dedupe is 5; it is a table of settings" in show()


def test_other_commands_follow_what_they_know(show: Show, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dedupe.toml").write_text("title-field = 'kopf'\ntext_field = 'inhalt'\njobs = 1\nnear = 0.6\n")
    (tmp_path / "odd.csv").write_text("kopf;inhalt\nFähre läuft auf Grund;Die Fähre lief am Sonntag auf Grund.\n")
    assert run(["stories", "odd.csv", "-f", "jsonl"]) == 0
    assert '"title": "Fähre läuft auf Grund"' in capsys.readouterr().out
    assert run(["schema"]) == 0
