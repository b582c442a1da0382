"""Where a run begins and ends: every error becomes one line on standard error, and every end an exit code."""

import gc
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

import click

from dedupe.cli.group import dedupe
from dedupe.cli.notes import say, warn_of_namesake
from dedupe.errors import DedupeError

DONE, UNTRUSTED, INTERRUPTED = 0, 2, 130
COLLECTED = 1_000_000  # objects after which Python looks for cycles: a run makes millions that live to its end


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    if hasattr(signal, "SIGPIPE"):  # a reader that has seen enough (`| head`) ends the run, quietly, as of any filter
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    gc.set_threshold(COLLECTED)
    warn_of_namesake()
    sys.exit(run(sys.argv[1:]))


def _speak_utf8(stream: object) -> None:
    """Let a pipe carry the same bytes on every machine, and no terminal fail on a character it lacks."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; return 0 done, 1 a check failed, 2 do not trust the answer, 130 interrupted."""
    try:
        status = dedupe.main(list(arguments), prog_name="dedupe", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        say("interrupted")
        return INTERRUPTED
    except Exception as error:
        if "--debug" in arguments:
            raise
        say(f"error: {_sentence(error)}")
        return UNTRUSTED
    return status if isinstance(status, int) else DONE


def _sentence(error: Exception) -> str:
    match error:
        case click.UsageError(ctx=click.Context() as context):
            return f"{error.format_message().rstrip('.')}; see `{context.command_path} --help`"
        case click.ClickException():
            return error.format_message()
        case DedupeError():
            return str(error)
        case OSError(strerror=str() as reason):
            return f"{error.filename}: {reason}" if error.filename else f"standard output: {reason}"
    return f"{type(error).__name__}: {error}; `dedupe --debug` shows where"
