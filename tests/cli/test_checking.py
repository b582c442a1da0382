from dataclasses import replace

import pytest

from dedupe.cli.checking import note_held
from dedupe.model import Report
from tests.reports.conftest import checked as checked


def test_a_check_says_how_many_came_that_are_held_and_what_of_the_held_could_not_be_read(
    checked: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    note_held(checked)
    assert capsys.readouterr().err.splitlines() == [
        "dedupe: 2 stories held already, with this id and this text; not looked at again",
        "dedupe: 1 held record skipped; the first: held.jsonl:7: no text",
    ]


def test_a_scan_says_nothing_of_it(checked: Report, capsys: pytest.CaptureFixture[str]) -> None:
    note_held(replace(checked, already=0, skipped_held=()))
    assert capsys.readouterr().err == ""
