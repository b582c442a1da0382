import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_fresh_story_that_repeats_a_held_one_is_shown_beside_it_and_the_status_is_1(tell: Run, held: Path, fresh: Path) -> None:
    status, out, _ = tell("check", fresh, "--against", held)
    assert status == 1
    assert out.startswith("DUPLICATES  1 cluster, 1 fresh story that repeats another\n")
    assert {line.split()[1] for line in out.splitlines() if ".jsonl:" in line} == {"fresh", "held"}


def test_what_is_held_already_is_said_and_is_clean(tell: Run, held: Path) -> None:
    status, out, err = tell("check", held, "--against", held)
    assert (status, "0 fresh stories, 2 held, 2 held already" in out) == (0, True)
    assert err == "dedupe: 2 stories held already, with this id and this text; not looked at again\ndedupe: passed\n"


def test_what_of_the_held_cannot_be_read_is_said_apart(tell: Run, pair: Path, fresh: Path) -> None:
    _, out, err = tell("check", fresh, "--against", pair, "-f", "json")
    assert err.startswith("dedupe: 1 story held already, ")
    assert f"dedupe: 1 held record skipped; the first: {pair}:3: " in err
    assert [skip["line"] for skip in json.loads(out)["check"]["skipped_held"]] == [3]


def test_without_anything_to_check_against_it_says_what_to_give(tell: Run, fresh: Path) -> None:
    status, out, err = tell("check", fresh)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "give either --index DIR or --against INPUT: where the stories are that are held" in err


def test_a_dump_that_holds_no_story_is_an_error_unless_allowed(tell: Run, fresh: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    status, out, err = tell("check", fresh, "--against", empty)
    assert (status, out) == (2, "")
    assert f"no held story in {empty}; check --against, or give --allow-empty" in err
    assert tell("check", fresh, "--against", empty, "--allow-empty")[0] == 0


def test_an_input_without_a_story_is_an_error_unless_allowed(tell: Run, held: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    assert tell("check", empty, "--against", held)[0] == 2
    assert tell("check", empty, "--against", held, "--allow-empty")[0] == 0
