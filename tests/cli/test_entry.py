import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dedupe.cli.entry import run

DEDUPE = [sys.executable, "-m", "dedupe"]


@pytest.fixture
def impatience() -> Iterator[None]:
    """Interrupt this process, as Ctrl-C does, half a second from now."""
    before = signal.signal(signal.SIGALRM, lambda *_: signal.raise_signal(signal.SIGINT))
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["scna"], "No such command 'scna'; see `dedupe --help`"),
        (["scan"], "Missing argument 'INPUT...'; see `dedupe scan --help`"),
        (["scan", "x", "--threshold", "near=2"], "near is 2.0; it is a share: give a number over 0, at most 1"),
        (["scan", "no/such.jsonl"], "no/such.jsonl"),
        (["schema", "surplus"], "Got unexpected extra argument (surplus); see `dedupe schema --help`"),
    ],
)
def test_an_error_is_one_line_and_exit_2(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("dedupe: error: ")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], ["scan", "-h"], ["schema"]])
def test_an_answer_is_exit_0(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    out, err = capsys.readouterr()
    assert out
    assert err == ""


def test_no_command_shows_the_help_as_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert capsys.readouterr().err.startswith("Usage: dedupe ")


@pytest.mark.usefixtures("impatience")
def test_an_interrupt_is_exit_130(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "slow.jsonl")
    assert run(["stories", str(tmp_path / "slow.jsonl")]) == 130
    assert capsys.readouterr().err.strip() == "dedupe: interrupted"


def test_a_file_name_cannot_write_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stories", "no\x1b[31m\nsuch.jsonl"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_a_closed_pipe_ends_the_run_quietly(tmp_path: Path) -> None:
    dump = tmp_path / "many.jsonl"
    dump.write_text("".join(f'{{"title": "Story {n}", "text": "{"word " * 50}"}}\n' for n in range(2000)))
    with subprocess.Popen([*DEDUPE, "stories", "-f", "jsonl", dump], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in (-signal.SIGPIPE, 0)


def test_a_full_disk_is_an_error() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*DEDUPE, "schema"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "dedupe: error: standard output: No space left on device\n")


def test_a_pipe_carries_utf_8_in_any_locale(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text('{"title": "Zürich – 銀行", "text": "Eins zwei drei."}\n', encoding="utf-8")
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run([*DEDUPE, "stories", "-f", "jsonl", tmp_path / "one.jsonl"], capture_output=True, env=latin)
    assert "Zürich – 銀行" in done.stdout.decode("utf-8")


def test_two_names_run_the_same_command() -> None:
    scripts = [Path(sys.executable).with_name(name) for name in ("dedupe", "news-dedupe")]
    told = {subprocess.run([script, "--version"], capture_output=True, text=True).stdout for script in scripts}
    assert len(told) == 1
    assert told.pop().startswith("news-dedupe ")
