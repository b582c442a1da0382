import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Scanned = Callable[..., tuple[str, str]]


@pytest.fixture
def scanned(tell: Run, pair: Path, tmp_path: Path) -> Scanned:
    """Return a function that scans the dump, writes r.json, and gives what it wrote, the table first."""

    def scan(*options: object) -> tuple[str, str]:
        status, out, err = tell("scan", pair, "-o", f"json={tmp_path / 'r.json'}", *options)
        assert status == 0
        return out, err

    return scan


@pytest.fixture
def accept(tell: Run, tmp_path: Path) -> Run:
    def accepted(*options: object) -> tuple[int, str, str]:
        return tell("accept", tmp_path / "r.json", "--accepted", tmp_path / "a.jsonl", *options)

    return accepted


def test_what_is_accepted_is_quiet_in_the_next_scan_which_says_so(scanned: Scanned, accept: Run, tmp_path: Path) -> None:
    scanned()
    assert accept("--verdict", "known", "--why", "both editions") == (
        0, "", f"dedupe: 1 pair decided as known in {tmp_path / 'a.jsonl'}\n",
    )  # fmt: skip
    (line,) = map(json.loads, (tmp_path / "a.jsonl").read_text().splitlines())
    assert (line["why"], sorted(line["titles"])) == ("both editions", ["Ferry aground", "Ferry runs aground"])
    out, err = scanned("--accepted", tmp_path / "a.jsonl")
    assert out.startswith("No duplicates found but those that are accepted.\n")
    assert "2 quieted as known" in out
    assert "dedupe: 2 stories quieted as known by 1 accepted line\n" in err


def test_one_pair_can_be_decided_and_decided_anew(scanned: Scanned, accept: Run, tmp_path: Path) -> None:
    scanned()
    accept("--verdict", "known", "--why", "both editions")
    assert "; 1 line replaced" in accept("--pair", "f1", "f2", "--verdict", "different", "--why", "two ferries")[2]
    assert "0 clusters, 0 duplicates" in scanned("--accepted", tmp_path / "a.jsonl")[0]


def test_an_expired_line_is_said_wherever_the_report_goes(scanned: Scanned, accept: Run, tmp_path: Path) -> None:
    scanned()
    accept("--verdict", "known", "--why", "for a week", "--until", "2020-01-01")
    out, err = scanned("--accepted", tmp_path / "a.jsonl", "-f", "github")
    said = f"{tmp_path / 'a.jsonl'}:1: known: ran out on 2020-01-01; renew or drop it\n"
    assert f"  {said}" in err
    assert "title=dedupe decision::known: ran out on 2020-01-01; renew or drop it" in out
    assert json.loads((tmp_path / "r.json").read_text())["accepted"]["findings"][0]["line"] == 1


def test_prune_lists_and_drops_the_lines_whose_stories_are_gone(
    scanned: Scanned, accept: Run, pair: Path, tmp_path: Path
) -> None:
    scanned()
    assert "scan again with --accepted" in accept("--prune")[2]
    accept("--verdict", "known", "--why", "both editions")
    line = (tmp_path / "a.jsonl").read_text()
    scanned("--accepted", tmp_path / "a.jsonl")
    assert accept("--prune") == (0, "", f"dedupe: 0 lines dropped from {tmp_path / 'a.jsonl'}, 1 kept\n")
    pair.write_text(pair.read_text().splitlines()[0])
    assert "the stories of 1 are gone" in scanned("--accepted", tmp_path / "a.jsonl")[1]
    assert accept("--prune") == (0, line, f"dedupe: 1 line dropped from {tmp_path / 'a.jsonl'}, 0 kept\n")
    assert (tmp_path / "a.jsonl").read_text() == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "give --verdict and --why, or --prune"),
        (("--verdict", "known", "--why", " "), "give --verdict and --why"),
        (("--verdict", "knwon", "--why", "x"), "'knwon' is not one of 'known', 'different', 'same', 'keep'"),
        (("--verdict", "known", "--why", "x", "--pair", "f1", "f1"), "names one twice"),
        (("--verdict", "known", "--why", "x", "--pair", "f1", "zz"), "no story zz in the report"),
        (("--verdict", "known", "--why", "x", "--until", "soon"), "'soon' does not match the format"),
    ],
)
def test_a_decision_that_cannot_be_kept_is_refused_and_nothing_is_written(
    options: tuple[str, ...], said: str, scanned: Scanned, accept: Run, tmp_path: Path
) -> None:
    scanned()
    status, out, err = accept(*options)
    assert (status, out) == (2, "")
    assert said in err
    assert not (tmp_path / "a.jsonl").exists()


def test_a_file_of_decisions_that_is_broken_stops_a_scan_at_its_line(tell: Run, pair: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n{}\n")
    status, out, err = tell("scan", pair, "--accepted", tmp_path / "a.jsonl")
    assert (status, out) == (2, "")
    assert err == f"dedupe: error: {tmp_path / 'a.jsonl'}:2: no 'left'; a line needs left, right, verdict, why\n"
    assert "no such file" in tell("scan", pair, "--accepted", tmp_path / "none.jsonl")[2]


def test_without_a_report_it_says_how_one_is_made(accept: Run, tmp_path: Path) -> None:
    assert f"no such file; `dedupe scan INPUT -o json={tmp_path / 'r.json'}` writes it" in accept("--prune")[2]
