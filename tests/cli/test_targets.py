import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_reports_go_where_each_is_sent_and_that_of_the_format_is_shown(tell: Run, pair: Path, tmp_path: Path) -> None:
    files = {style: tmp_path / f"report.{style}" for style in ("json", "sarif")}
    told = [part for style, path in files.items() for part in ("-o", f"{style}={path}")]
    status, out, _ = tell("scan", pair, "-f", "csv", *told)
    assert (status, out.partition(",")[0]) == (0, "cluster")
    assert json.loads(files["json"].read_text())["schema"] == 1
    assert json.loads(files["sarif"].read_text())["version"] == "2.1.0"
    assert sorted(tmp_path.iterdir()) == sorted([pair, *files.values()])


def test_a_path_alone_takes_the_report_of_the_format(tell: Run, pair: Path, tmp_path: Path) -> None:
    out = tell("scan", pair, "-f", "csv", "-o", tmp_path / "r.csv", "-o", f"json={tmp_path / 'r.json'}")[1]
    assert (out, (tmp_path / "r.csv").read_text().partition(",")[0]) == ("", "cluster")
    assert json.loads((tmp_path / "r.json").read_text())


def test_a_format_may_go_to_standard_output(tell: Run, pair: Path) -> None:
    assert tell("scan", pair, "-o", "jsonl=-")[1].startswith('{"id": ')


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("sarff=x", "'sarff' is no format: choose one of table, json,"),
        ("sarff=x", "or write ./sarff=x for a path"),
        ("json=no/such/x", "there is no folder no/such"),
        ("json=.", ". is a folder; name a file in it"),
    ],
)
def test_a_target_that_cannot_be_written_is_refused_before_anything_is_read(target: str, said: str, tell: Run) -> None:
    status, out, err = tell("scan", "no/such/dump.txt", "-o", target)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_one_file_takes_one_report(tell: Run, pair: Path, tmp_path: Path) -> None:
    status, _, err = tell("scan", pair, "-o", f"json={tmp_path / 'r'}", "-o", f"csv={tmp_path}/./r")
    assert status == 2
    assert f"{tmp_path / 'r'} is named twice" in err
    assert tell("scan", pair, "-o", "json=/dev/null", "-o", "csv=/dev/null")[0] == 0


def test_no_report_takes_the_place_of_an_input(tell: Run, pair: Path) -> None:
    before = pair.read_text()
    status, _, err = tell("scan", pair, "-f", "csv", "-o", f"json={pair}")
    assert status == 2
    assert f"the report would take the place of the input {pair}" in err
    assert pair.read_text() == before


def test_a_path_may_hold_an_equals_sign(tell: Run, pair: Path, tmp_path: Path) -> None:
    assert tell("scan", pair, "-f", "csv", "-o", f"{tmp_path}/a=b.csv")[0] == 0
    assert (tmp_path / "a=b.csv").is_file()
