import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_table_shows_clusters_events_and_a_summary(tell: Run) -> None:
    status, out, err = tell("scan", "archive.txt")
    assert (status, err) == (0, "")
    assert out.startswith("DUPLICATES  ")
    assert "RELATED COVERAGE  " in out
    assert out.splitlines()[-1].endswith(" s")
    assert max(map(len, out.splitlines())) <= 80


def test_two_runs_write_the_same_bytes(tell: Run) -> None:
    first, second = (tell("scan", "archive.txt", "-f", "json") for _ in range(2))
    assert first == second
    assert first[0] == 0


def test_timing_stands_in_json_only_where_asked(tell: Run, pair: Path) -> None:
    assert "timing" not in json.loads(tell("scan", pair, "-f", "json")[1])
    assert json.loads(tell("scan", pair, "-f", "json", "--timing")[1])["timing"]["seconds"] > 0


@pytest.mark.parametrize("style", ["table", "json", "jsonl", "markdown", "csv"])
def test_every_format_goes_into_a_file_as_onto_the_screen(style: str, tell: Run, pair: Path, tmp_path: Path) -> None:
    report = tmp_path / "report"
    shown = tell("scan", pair, "-f", style)[1]
    assert tell("scan", pair, "-f", style, "-o", report)[:2] == (0, "")
    assert report.read_text().rsplit(",", 1)[0] == shown.rsplit(",", 1)[0]  # the table ends with the seconds


def test_skips_are_said_and_stand_in_the_report(tell: Run, pair: Path) -> None:
    _, out, err = tell("scan", pair, "-f", "json")
    assert err.startswith("dedupe: 1 record skipped:\n  ")
    assert f"{pair}:3" in err
    assert [skip["line"] for skip in json.loads(out)["skipped"]] == [3]


def test_quiet_says_nothing_beside_the_report(tell: Run, pair: Path) -> None:
    assert tell("scan", pair, "--quiet")[2] == ""


def test_strict_stops_at_a_bad_record(tell: Run, pair: Path) -> None:
    status, out, err = tell("scan", pair, "--strict")
    assert (status, out) == (2, "")
    assert f"{pair}:3" in err


def test_no_story_is_an_error_unless_allowed(tell: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    status, out, err = tell("scan", empty)
    assert (status, out) == (2, "")
    assert str(empty) in err
    assert tell("scan", empty, "--allow-empty")[0] == 0


def test_without_related_there_are_no_events(tell: Run) -> None:
    out = tell("scan", "archive.txt", "--no-related")[1]
    assert "RELATED COVERAGE" not in out
    assert "DUPLICATES" in out


def test_a_threshold_changes_what_is_found_and_is_told(tell: Run, pair: Path) -> None:
    report = json.loads(tell("scan", pair, "-f", "json", "--threshold", "near=0.99", "--threshold", "told=1")[1])
    assert (report["settings"]["near"], report["settings"]["told"]) == (0.99, 1.0)


def test_a_policy_chooses_the_canonical(tell: Run, pair: Path) -> None:
    assert json.loads(tell("scan", pair, "-f", "json", "--canonical", "longest")[1])["clusters"][0]["canonical"] == "f2"


def test_repeated_ids_are_said_once(tell: Run, pair: Path, tmp_path: Path) -> None:
    twice = tmp_path / "twice.jsonl"
    twice.write_text(pair.read_text() * 2)
    err = tell("scan", twice)[2]
    assert err.count("repeated id") == 1


def test_a_short_tail_of_options_reaches_the_reader(tell: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text(
        "nr;kopf;inhalt\n7;Fähre läuft auf Grund;Die Fähre lief am Sonntag auf Grund.\n", encoding="utf-8"
    )
    out = tell("scan", tmp_path / "odd.csv", "--title-field", "kopf", "--text-field", "inhalt", "--id-field", "nr")[1]
    assert out.splitlines()[-1].startswith("1 story, 0 clusters")


def test_an_audit_is_told_in_every_format(tell: Run, pair: Path) -> None:
    said = "of 1 duplicate pair, 100.0 % found, 95 % interval 20.7-100.0"
    assert said in tell("scan", pair, "--audit", 9)[1]
    assert json.loads(tell("scan", pair, "--audit", 9, "-f", "json")[1])["audit"]["sampled"] == 3
    assert f"dedupe: audit of 3: {said}\n" in tell("scan", pair, "--audit", 9, "-f", "csv")[2]
