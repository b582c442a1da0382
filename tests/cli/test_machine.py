from pathlib import Path
from typing import Any

import click
import pytest

from dedupe.cli import machine
from tests.cli.conftest import Run


def memory(size: str) -> int:
    @click.command()
    @machine.limits
    def command(**given: Any) -> Any:
        return given["memory"]

    found: int = command.main(["--memory", size], standalone_mode=False)
    return found


@pytest.mark.parametrize(
    ("size", "bytes_"), [("4GB", 4 << 30), ("500MB", 500 << 20), ("1.5g", 3 << 29), ("64 KiB", 64 << 10), ("9", 9)]
)
def test_memory_is_told_in_bytes_or_larger_units(size: str, bytes_: int) -> None:
    assert memory(size) == bytes_


@pytest.mark.parametrize("size", ["", "much", "0GB", "-1GB", "4 apples"])
def test_what_is_no_amount_of_memory_is_refused(size: str) -> None:
    with pytest.raises(click.BadParameter, match="is no amount of memory; write 4GB or 500MB"):
        memory(size)


def test_threads_memory_and_a_checkpoint_change_no_byte(tell: Run, tmp_path: Path) -> None:
    plain = tell("scan", "wire.jsonl", "-f", "json")
    assert tell("scan", "wire.jsonl", "-f", "json", "--jobs", 1) == plain
    assert tell("scan", "wire.jsonl", "-f", "json", "--memory", "1KB", "--scratch", tmp_path) == plain
    for _ in range(2):
        assert tell("scan", "wire.jsonl", "-f", "json", "--checkpoint", tmp_path / "kept") == plain


def test_a_checkpoint_of_another_run_is_refused(tell: Run, tmp_path: Path) -> None:
    tell("scan", "wire.jsonl", "--checkpoint", tmp_path)
    status, out, err = tell("scan", "wire.csv", "--checkpoint", tmp_path)
    assert (status, out) == (2, "")
    assert "holds a run with other inputs or settings" in err


def test_standard_input_has_no_checkpoint(tell: Run, tmp_path: Path) -> None:
    status, _, err = tell("scan", "-", "--checkpoint", tmp_path)
    assert status == 2
    assert "standard input cannot be read twice" in err
