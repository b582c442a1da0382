from io import StringIO

import pytest

from dedupe.cli.progress import CLEAR, PATIENCE, Progress
from dedupe.reports.cells import columns


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")


def drawn(stream: StringIO, quiet: bool = False, patience: float = 0.0) -> str:
    with Progress(quiet, stream, patience) as progress:
        progress("score", 30, 120)
    return stream.getvalue()


def test_a_bar_shows_the_stage_and_its_share_and_is_wiped() -> None:
    text = drawn(Terminal())
    assert text.startswith(CLEAR + "score           [######                  ]  25%  30 of 120")
    assert text.endswith(CLEAR)


def test_it_is_silent_for_the_first_two_seconds() -> None:
    assert PATIENCE == 2
    assert drawn(Terminal(), patience=PATIENCE) == ""


@pytest.mark.parametrize(("quiet", "stream"), [(True, Terminal()), (False, StringIO())])
def test_it_is_silent_when_quiet_and_where_there_is_no_terminal(quiet: bool, stream: StringIO) -> None:
    assert drawn(stream, quiet) == ""


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("CI", "true")])
def test_it_is_silent_where_nobody_looks(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert drawn(Terminal()) == ""


def test_it_does_not_draw_for_every_call() -> None:
    stream = Terminal()
    with Progress(stream=stream, patience=0) as progress:
        for done in range(1000):
            progress("score", done, 1000)
    assert stream.getvalue().count("of 1,000") < 100


def test_an_unknown_total_shows_what_is_done() -> None:
    stream = Terminal()
    with Progress(stream=stream, patience=0) as progress:
        progress("read", 1200, 0)
    assert stream.getvalue() == f"{CLEAR}read            1,200{CLEAR}"


def test_a_stage_of_which_nothing_is_known_is_only_named() -> None:
    stream = Terminal()
    with Progress(stream=stream, patience=0) as progress:
        progress("nearest stories", 0, 0)
    assert stream.getvalue() == f"{CLEAR}nearest stories …{CLEAR}"


def test_a_bar_fits_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert columns(drawn(Terminal()).split(CLEAR)[1]) < 30
