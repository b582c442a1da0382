import os
import subprocess
import sys
from pathlib import Path

import pytest

from dedupe.cli import notes
from dedupe.model import Origin, Skip


def test_skips_are_counted_and_the_first_reasons_given(capsys: pytest.CaptureFixture[str]) -> None:
    notes.note_skips([Skip(Origin("a.jsonl", line), "no text") for line in range(1, 13)])
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "dedupe: 12 records skipped:"
    assert lines[1] == "  a.jsonl:1: no text"
    assert lines[-1] == "  and 7 more; a JSON report lists them all"
    assert len(lines) == notes.SHOWN + 2


def test_nothing_skipped_is_not_said(capsys: pytest.CaptureFixture[str]) -> None:
    notes.note_skips([])
    notes.note_repeated_ids(0)
    assert capsys.readouterr().err == ""


def test_repeated_ids_are_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    notes.note_repeated_ids(3)
    assert capsys.readouterr().err == "dedupe: 3 stories with a repeated id; each later one is named id@path:line\n"


def test_a_reason_cannot_write_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    notes.note_skips([Skip(Origin("a\x1b[2J", 1), "bad\nline\x07")])
    assert capsys.readouterr().err == "dedupe: 1 record skipped:\n  a␛[2J:1: bad line␇\n"


def test_another_dedupe_in_the_environment_is_said_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "dedupe-3.0.3.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: dedupe\nVersion: 3.0.3\n")
    both = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-m", "dedupe", "--version"], capture_output=True, text=True, env=both)
    assert done.returncode == 0
    assert done.stderr.startswith("dedupe: warning: PyPI's dedupe 3.0.3 shares this environment")
    assert done.stderr.count("\n") == 1
