import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import DUMPS

ROOT = DUMPS.parents[1]


def seen(arguments: list[str], **environment: str) -> str:
    """Return what a terminal of 24 lines shows of a command."""
    ours, theirs = pty.openpty()
    known = {**os.environ, "LINES": "24", "COLUMNS": "80", "NO_COLOR": "1", **environment}
    command = [sys.executable, "-m", "dedupe", *arguments]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, cwd=ROOT, env=known)
    os.close(theirs)
    parts: list[bytes] = []
    try:
        while part := os.read(ours, 1 << 16):
            parts.append(part)
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait() == 0
    return b"".join(parts).decode().replace("\r\n", "\n")


@pytest.fixture
def shouting(tmp_path: Path) -> str:
    """Return a pager that changes what it shows, and has an argument with a space."""
    script = tmp_path / "my pager"
    script.write_text("#!/bin/sh\ntr a-z A-Z\n")
    script.chmod(0o755)
    return f"'{script}' --some"


LONG = ["stories", "fixtures/dumps/wire.jsonl", "--quiet"]


def test_long_text_goes_through_the_pager_on_a_terminal_alone(shouting: str) -> None:
    assert "TRAWLERS TAKE 214" in seen(LONG, PAGER=shouting)
    assert "Trawlers take 214" in seen(["--no-pager", *LONG], PAGER=shouting)
    assert "Trawlers take 214" in seen(LONG, PAGER="")
    assert "Trawlers take 214" in seen(LONG, PAGER="no-such-pager")
    assert "Trawlers take 214" in seen(LONG, PAGER=shouting, LINES="500")
    piped = subprocess.run(
        [sys.executable, "-m", "dedupe", *LONG], capture_output=True, cwd=ROOT, env={**os.environ, "PAGER": shouting}
    )
    assert b"Trawlers take 214" in piped.stdout
