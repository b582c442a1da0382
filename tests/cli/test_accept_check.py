"""What is accepted of a check: from its report into the file of decisions, and from that into the next check."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Told

Checked = Callable[..., Told]


@pytest.fixture
def checked(tell: Run, held: Path, fresh: Path, tmp_path: Path) -> Checked:
    """Return a function that checks the fresh dump against the held one, and writes r.json."""

    def check(*options: object) -> Told:
        return tell("check", fresh, "--against", held, "-o", f"json={tmp_path / 'r.json'}", *options)

    return check


@pytest.fixture
def accept(tell: Run, tmp_path: Path) -> Run:
    def accepted(*options: object) -> Told:
        return tell("accept", tmp_path / "r.json", "--accepted", tmp_path / "a.jsonl", *options)

    return accepted


KNOWN = ("--verdict", "known", "--why", "both editions")


def again(path: Path, name: str) -> None:
    """Put a further copy of the last story of a dump behind it, under an id of its own."""
    last = json.loads(path.read_text().splitlines()[-1])
    path.write_text(path.read_text() + json.dumps({**last, "id": name}) + "\n")


def test_what_is_accepted_of_a_check_passes_the_next_one_and_the_number_is_said(
    checked: Checked, accept: Run, tmp_path: Path
) -> None:
    assert checked()[0] == 1
    assert accept(*KNOWN) == (0, "", f"dedupe: 1 pair decided as known in {tmp_path / 'a.jsonl'}\n")
    status, out, err = checked("--accepted", tmp_path / "a.jsonl")
    assert status == 0
    assert out.startswith("No duplicates found but those that are accepted.\n")
    assert "0 new duplicates, 2 quieted as known" in " ".join(out.split())
    assert "dedupe: 2 stories quieted as known by 1 accepted line\n" in err
    assert err.endswith("dedupe: passed\n")


@pytest.mark.parametrize("style", ["table", "json", "markdown", "github", "csv"])
def test_the_number_that_is_quiet_is_said_whatever_the_format(style: str, checked: Checked, accept: Run, tmp_path: Path) -> None:
    checked()
    accept(*KNOWN)
    _, out, err = checked("--accepted", tmp_path / "a.jsonl", "-f", style)
    assert "2 stories quieted as known" in err
    told = {"json": '"why": "both editions"', "csv": "cluster,"}.get(style, "2 quieted as known")
    assert told in " ".join(out.split())


def test_an_accepted_pair_is_a_suppressed_result_of_sarif_with_its_reason(checked: Checked, accept: Run, tmp_path: Path) -> None:
    checked()
    accept(*KNOWN)
    out = checked("--accepted", tmp_path / "a.jsonl", "-f", "sarif")[1]
    (result,) = json.loads(out)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "both editions"}]


def test_a_further_copy_of_what_is_accepted_is_new(checked: Checked, accept: Run, fresh: Path, tmp_path: Path) -> None:
    checked()
    accept(*KNOWN)
    again(fresh, "further")
    status, _, err = checked("--accepted", tmp_path / "a.jsonl")
    assert (status, err.splitlines()[-1]) == (1, "dedupe: failed: max-new: 1 of 2 fresh stories repeats another, 0 allowed")
    assert [one["id"] for one in json.loads((tmp_path / "r.json").read_text())["check"]["new"]] == ["further"]
    assert accept(*KNOWN)[0] == 0
    assert checked("--accepted", tmp_path / "a.jsonl")[0] == 0


def test_of_a_check_nothing_between_held_stories_is_accepted(checked: Checked, accept: Run, held: Path, tmp_path: Path) -> None:
    lines = held.read_text().splitlines()
    held.write_text("\n".join([*lines, json.dumps({**json.loads(lines[0]), "id": "held-again"})]) + "\n")
    checked()
    assert ": 1 pair decided" in accept(*KNOWN)[2]


def test_a_line_that_ran_out_is_a_finding_and_what_it_quieted_counts_again(checked: Checked, accept: Run, tmp_path: Path) -> None:
    checked()
    accept(*KNOWN, "--until", "2020-01-01")
    status, out, err = checked("--accepted", tmp_path / "a.jsonl", "-f", "github")
    assert status == 1
    assert "title=dedupe decision::known: ran out on 2020-01-01; renew or drop it" in out
    assert "dedupe: failed: max-new: 1 of 1 fresh story repeats another, 0 allowed\n" in err


def test_lines_that_contradict_each_other_fail_a_check_only_where_the_policy_says_so(
    checked: Checked, accept: Run, tmp_path: Path
) -> None:
    checked()
    accept(*KNOWN)
    told = (tmp_path / "a.jsonl").read_text()
    (tmp_path / "a.jsonl").write_text(told + told.replace('"known"', '"different"'))
    given = ("--accepted", tmp_path / "a.jsonl", "--max-new", 1)
    status, out, err = checked(*given)
    assert (status, out.count("Not followed: ")) == (0, 2)
    assert "a.jsonl:1: known: contradicts line 2; none of them is applied" in err
    status, _, err = checked(*given, "--fail-on", "near,decision")
    assert (status, "dedupe: failed: decision: 2 accepted lines not followed, none allowed\n" in err) == (1, True)


def form(name: str, amount: str, month: str, firm: str) -> str:
    text = (
        f"{firm} reported its quarterly figures on Tuesday. Revenue for the three months to {month} came to {amount} million "
        f"crowns. The board of {firm} left its outlook for the year as it was. Shares were little changed in early trade. "
        f"Analysts had expected about as much. The next figures of {firm} are due in three months."
    )
    return json.dumps({"id": name, "title": f"{firm} figures for {month}", "text": text})


def test_what_has_but_a_form_is_accepted_as_any_other(tell: Run, accept: Run, tmp_path: Path) -> None:
    (tmp_path / "held.jsonl").write_text(form("h", "412.5", "March", "Brightwater Lines") + "\n")
    (tmp_path / "fresh.jsonl").write_text(form("f", "87.25", "June", "Corvane Timber") + "\n")
    given = ["check", tmp_path / "fresh.jsonl", "--against", tmp_path / "held.jsonl", "--fail-on", "template"]
    given += ["-o", f"json={tmp_path / 'r.json'}", "--accepted", tmp_path / "a.jsonl"]
    (tmp_path / "a.jsonl").touch()
    status, _, err = tell(*given)
    assert (status, err.splitlines()[-1]) == (1, "dedupe: failed: max-new: 1 of 1 fresh story repeats another, 0 allowed")
    assert ": 1 pair decided" in accept(*KNOWN)[2]
    status, _, err = tell(*given)
    assert (status, err.splitlines()[-2:]) == (0, ["dedupe: warning: quieted as known: 1 template", "dedupe: passed"])


@pytest.mark.parametrize("index", [False, True])
def test_prune_drops_after_a_check_what_is_neither_held_nor_fresh(
    index: bool, tell: Run, accept: Run, held: Path, fresh: Path, tmp_path: Path
) -> None:
    against = ("--index", tmp_path / "index") if index else ("--against", held)
    assert not index or tell("index", "add", tmp_path / "index", held)[0] == 0
    given = ("check", fresh, *against, "-o", f"json={tmp_path / 'r.json'}", "--accepted", tmp_path / "a.jsonl")
    (tmp_path / "a.jsonl").touch()
    tell(*given)
    accept(*KNOWN)
    line = (tmp_path / "a.jsonl").read_text()
    tell(*given)
    assert accept("--prune")[1] == ""
    other = '{"id": "other", "title": "Bakers", "text": "Bakers in Drun have won the right to sell bread before dawn."}\n'
    fresh.write_text(other)
    assert "the stories of 1 are gone" in tell(*given)[2]
    assert accept("--prune") == (0, line, f"dedupe: 1 line dropped from {tmp_path / 'a.jsonl'}, 0 kept\n")
