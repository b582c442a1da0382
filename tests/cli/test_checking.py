import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


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


def test_a_fresh_story_that_repeats_a_held_one_is_shown_beside_it_and_the_status_is_1(tell: Run, held: Path, fresh: Path) -> None:
    status, out, _ = tell("check", fresh, "--against", held)
    assert status == 1
    assert out.startswith("DUPLICATES  1 cluster, 1 fresh story that repeats another\n")
    assert {line.split()[1] for line in out.splitlines() if ".jsonl:" in line} == {"fresh", "held"}


def test_what_is_held_already_is_said_and_is_clean(tell: Run, held: Path) -> None:
    status, out, err = tell("check", held, "--against", held)
    assert (status, "0 fresh stories, 2 held, 2 held already" in out) == (0, True)
    assert err == "dedupe: 2 stories held already, with this id and this text; not looked at again\n"


def test_what_of_the_held_cannot_be_read_is_said_apart(tell: Run, pair: Path, fresh: Path) -> None:
    _, out, err = tell("check", fresh, "--against", pair, "-f", "json")
    assert err.startswith("dedupe: 1 story held already, ")
    assert f"dedupe: 1 held record skipped; the first: {pair}:3: " in err
    assert [skip["line"] for skip in json.loads(out)["check"]["skipped_held"]] == [3]
