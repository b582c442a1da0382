import json
from pathlib import Path

import pytest

from dedupe.model.verdict import COUNTED
from tests.cli.conftest import Run


@pytest.fixture
def given(held: Path, fresh: Path) -> tuple[str, ...]:
    """Return the arguments of a check of a fresh story that repeats a held one with small edits."""
    return ("check", str(fresh), "--against", str(held))


def test_a_repeat_fails_the_check_and_a_line_says_by_which_rule(tell: Run, given: tuple[str, ...]) -> None:
    status, out, err = tell(*given)
    assert (status, err) == (1, "dedupe: failed: max-new: 1 of 1 fresh story repeats another, 0 allowed\n")
    assert out.endswith("Failed: max-new: 1 of 1 fresh story repeats another, 0 allowed\n")


def test_below_the_limit_it_passes_with_a_warning(tell: Run, given: tuple[str, ...]) -> None:
    status, out, err = tell(*given, "--max-new", 1, "-f", "json")
    said = "1 of 1 fresh story repeats another, within what is allowed"
    assert (status, err) == (0, f"dedupe: warning: {said}\ndedupe: passed\n")
    verdict = json.loads(out)["verdict"]
    assert (verdict["passed"], verdict["warnings"]) == (True, [said])


def test_what_is_not_named_is_not_counted(tell: Run, given: tuple[str, ...]) -> None:
    status, _, err = tell(*given, "--fail-on", "identical,reworded")
    assert (status, err) == (0, "dedupe: warning: not counted: 1 near\ndedupe: passed\n")


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--fail-on", "same", f"'same' is nothing to fail on; choose from {', '.join(COUNTED)}"),
        ("--fail-on", "", "'' is nothing to fail on"),
        ("--max-new", "many", "'many' is no limit; give a whole number, or a share such as 5%"),
        ("--max-per-source", "120%", "'120%' is no limit"),
        ("--largest-cluster", "0", "0 is not in the range x>=1"),
    ],
)
def test_a_policy_that_cannot_be_followed_is_refused_in_words(
    option: str, value: str, said: str, tell: Run, given: tuple[str, ...]
) -> None:
    status, out, err = tell(*given, option, value)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_a_source_and_a_cluster_have_limits_of_their_own(tell: Run, given: tuple[str, ...]) -> None:
    status, _, err = tell(*given, "--max-new", "100%", "--max-per-source", 0, "--largest-cluster", 1)
    assert status == 1
    assert [line.split(":")[2] for line in err.splitlines()] == [" max-per-source", " largest-cluster"]


def test_too_much_that_cannot_be_read_is_not_to_be_trusted_whatever_else_is_found(tell: Run, held: Path, pair: Path) -> None:
    status, out, err = tell("check", pair, "--against", held, "--max-skipped", "24%")
    said = "max-skipped: 1 of 4 records could not be read, 24% allowed"
    assert (status, f"Not to be trusted: {said}\n" in out) == (2, True)
    assert f"dedupe: not to be trusted: {said}\ndedupe: failed: max-new: " in err
    assert tell("check", pair, "--against", held)[0] == 1


def test_a_policy_stands_in_a_file_or_in_variables_and_is_shown(
    tell: Run, given: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "fail-on = ['near', 'template']\nmax-new = 3\nlargest-cluster = 9\nagainst = ['held.jsonl']\n"
    (tmp_path / "dedupe.toml").write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DEDUPE_MAX_PER_SOURCE", "100%")
    assert tell("check", "fresh.jsonl")[0] == 0
    shown = [line.split() for line in tell("check", "--show-settings")[1].splitlines()]
    told = {line[0]: " ".join(line[2:]) for line in shown}
    assert told["fail_on"] == '["near", "template"] # dedupe.toml'
    assert told["max_new"] == '"3" # dedupe.toml'
    assert told["max_per_source"] == '"100%" # DEDUPE_MAX_PER_SOURCE'
    assert told["max_skipped"] == '"25%" # default'
    (tmp_path / "dedupe.toml").write_text("fail-on = 'nothing'\n")
    assert "dedupe.toml: fail_on: 'nothing' is nothing to fail on" in tell("check", "fresh.jsonl")[2]


def test_quiet_says_nothing_but_the_status(tell: Run, given: tuple[str, ...]) -> None:
    assert tell(*given, "--quiet", "-f", "csv")[::2] == (1, "")


def test_what_counts_is_not_added_to_an_index_and_nothing_is_where_the_answer_is_not_to_be_trusted(
    tell: Run, held: Path, fresh: Path, pair: Path, tmp_path: Path
) -> None:
    def stories() -> int:
        return tell("index", "export", index)[1].count("\n")

    index = tmp_path / "index"
    tell("index", "add", index, held)
    assert tell("check", fresh, "--index", index, "--add", "--max-new", 1)[0] == 0
    assert stories() == 2
    assert tell("check", pair, "--index", index, "--add", "--fail-on", "identical", "--max-skipped", 0)[0] == 2
    assert stories() == 2
    assert tell("check", pair, "--index", index, "--add", "--fail-on", "identical")[0] == 0
    assert stories() == 3
