"""The fixture dumps, and a way to run a command as a user does."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dedupe.cli.entry import run

DUMPS = Path(__file__).resolve().parent.parent.parent / "fixtures" / "dumps"

Told = tuple[int, str, str]
Run = Callable[..., Told]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command in the folder of the dumps and gives its exit code and what it wrote."""
    monkeypatch.chdir(DUMPS)
    monkeypatch.setenv("COLUMNS", "80")

    def told(*arguments: object) -> Told:
        status = run([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return told


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """Return a dump of two versions of a story, a broken line, and another story."""
    told = (
        "The ferry Halina ran aground off Port Amsel on Sunday night with 84 people on board, the coast guard said. "
        "Nobody was hurt, and a tug will try to free the ship on the morning tide. "
        "The captain told the harbour office that a squall had pushed the ferry out of the channel."
    )
    other = "Bakers in the old town of Drun have won the right to sell bread before dawn, after a dispute of eleven years."
    stories = [("f1", "Ferry aground", told), ("f2", "Ferry runs aground", "UPDATED: " + told), ("b1", "Bakers win", other)]
    lines = [json.dumps({"id": name, "title": title, "text": text}) for name, title, text in stories]
    path = tmp_path / "pair.jsonl"
    path.write_text("\n".join([*lines[:2], '{"title": broken', *lines[2:]]) + "\n")
    return path


@pytest.fixture
def held(pair: Path, tmp_path: Path) -> Path:
    """Return a dump of held stories: the first one of the pair, and the one beside it."""
    lines = pair.read_text().splitlines()
    path = tmp_path / "held.jsonl"
    path.write_text(f"{lines[0]}\n{lines[3]}\n")
    return path


@pytest.fixture
def fresh(pair: Path, tmp_path: Path) -> Path:
    """Return a dump with the other one of the pair."""
    path = tmp_path / "fresh.jsonl"
    path.write_text(pair.read_text().splitlines()[1] + "\n")
    return path
