from pathlib import Path

import pytest

from tests.cli.conftest import DUMPS, Run


@pytest.mark.parametrize("style", ["html", "table", "json", "markdown"])
def test_a_stored_report_is_written_as_the_scan_would_have(style: str, tell: Run, tmp_path: Path) -> None:
    stored, scanned, again = (tmp_path / name for name in ("report.json", "scanned", "again"))
    assert tell("scan", "wire.jsonl", "-q", "-o", f"json={stored}", "-o", f"{style}={scanned}", "-o", "table=/dev/null")[0] == 0
    assert tell("report", stored, "-f", style, "-o", again)[0] == 0
    ours, theirs = (path.read_text(encoding="utf-8").rpartition("recall 9")[0] for path in (again, scanned))
    assert ours == theirs


def test_an_input_that_is_gone_or_changed_is_an_error_and_one_that_moved_is_named(tell: Run, tmp_path: Path) -> None:
    dump, stored, page = tmp_path / "dump.txt", tmp_path / "report.json", tmp_path / "page.html"
    dump.write_bytes((DUMPS / "archive.txt").read_bytes())
    assert tell("scan", dump, "-q", "-f", "json", "-o", stored)[0] == 0
    moved = dump.rename(tmp_path / "moved.txt")
    status, _, err = tell("report", stored, "-o", page)
    assert (status, f"its input {dump} is gone" in err) == (2, True)
    assert tell("report", stored, moved, "-o", page) == (0, "", "")
    moved.write_text(moved.read_text(encoding="utf-8").replace("drone", "kite"), encoding="utf-8")
    status, _, err = tell("report", stored, moved, "-o", page)
    assert (status, "changed since" in err) == (2, True)


def test_what_is_not_there_or_no_report_is_an_error(tell: Run, pair: Path) -> None:
    assert "no such file; `dedupe scan INPUT -o json=" in tell("report", "no.json")[2]
    assert "no report as" in tell("report", pair)[2]


def test_it_never_takes_the_place_of_an_input(tell: Run, pair: Path) -> None:
    assert "would take the place of the input" in tell("report", "x.json", pair, "-o", pair)[2]
