import os
import stat
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from dedupe.cli import output
from tests.cli.conftest import Run


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def broken() -> Iterator[str]:
    yield "half a report"
    raise ValueError("interrupted")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text("old")
    output.write(["new ", "report\n"], str(report))
    assert report.read_bytes() == b"new report\n"
    assert list(tmp_path.iterdir()) == [report]


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text("old")
    with pytest.raises(ValueError, match="interrupted"):
        output.write(broken(), str(report))
    assert report.read_text() == "old"
    assert list(tmp_path.iterdir()) == [report]


def test_a_new_file_can_be_read_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    output.write(["x"], str(tmp_path / "report"))
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("other", "report")}
    assert len(modes) == 1


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    report = tmp_path / "report"
    report.touch()
    report.chmod(0o640)
    output.write(["x"], str(report))
    assert stat.S_IMODE(report.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "latest").symlink_to(tmp_path / "report")
    output.write(["x"], str(tmp_path / "latest"))
    assert (tmp_path / "latest").is_symlink()
    assert (tmp_path / "report").read_text() == "x"


def test_a_device_is_written_to_and_not_replaced() -> None:
    output.write(["x"], os.devnull)
    assert not Path(os.devnull).is_file()


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as raised:
        output.write(["x"], str(tmp_path / "missing" / "report"))
    assert raised.value.filename == str(tmp_path / "missing" / "report")


@pytest.mark.parametrize(("name", "said"), [("missing/report", "there is no folder "), ("", "is a folder; name a file in it")])
def test_a_report_that_cannot_be_written_is_refused_before_anything_is_read(
    name: str, said: str, tell: Run, tmp_path: Path
) -> None:
    status, out, err = tell("scan", "no/such/dump.txt", "-o", tmp_path / name)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert "dump.txt" not in err


def test_a_full_device_is_named() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with pytest.raises(OSError, match="No space left on device: '/dev/full'"):
        output.write(["x"], "/dev/full")


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    output.write(["a", "b"], "-")
    assert capsys.readouterr().out == "ab"


@pytest.mark.parametrize("path", ["-", "report.txt"])
def test_columns_set_the_width(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "123")
    assert output.width(path) == 123


@pytest.mark.parametrize("columns", ["", "0", "wide", "-5"])
def test_a_file_is_80_columns_wide(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert output.width("report.txt") == 80


@pytest.mark.parametrize(
    ("environment", "stream", "wanted"),
    [
        ({}, Terminal(), True),
        ({}, StringIO(), False),
        ({"NO_COLOR": "1"}, Terminal(), False),
        ({"NO_COLOR": ""}, Terminal(), True),
        ({"TERM": "dumb"}, Terminal(), False),
        ({"FORCE_COLOR": "1"}, StringIO(), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, Terminal(), False),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    environment: dict[str, str], stream: StringIO, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert output.colour("-", stream) is wanted
    assert output.colour("report.txt", stream) is False


@pytest.mark.parametrize("command", [("scan",), ("stories",), ("evaluate", "--gold", "gold.csv")])
@pytest.mark.parametrize("folder", [False, True])
def test_a_report_never_takes_the_place_of_an_input(command: tuple[str, ...], folder: bool, tell: Run, pair: Path) -> None:
    dump, read = pair.read_bytes(), pair.parent if folder else pair
    status, out, err = tell(*command, read, "-o", pair)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert f"the report would take the place of the input {pair}" in err
    assert pair.read_bytes() == dump


def test_a_link_to_an_input_is_that_input(tell: Run, pair: Path) -> None:
    (pair.parent / "report.txt").symlink_to(pair)
    assert tell("scan", pair, "-o", pair.parent / "report.txt")[0] == 2
    assert pair.read_bytes().startswith(b"{")
