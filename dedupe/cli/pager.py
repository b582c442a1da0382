"""Long text on a terminal, shown through the pager of whoever reads it."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

PAGED = "dedupe.paged"  # in a context: whether long text may go through a pager
Command = TypeVar("Command", bound=Callable[..., Any])
USUAL = "less"
QUITTING = "FRX"  # less: leave where all fits on the screen, show colours, and do not clear


def pager(text: str) -> list[str]:
    """Return the command that is to show a text; none where it fits the screen, or no pager is wanted."""
    context = click.get_current_context(silent=True)
    if (context and not context.meta.get(PAGED, True)) or not sys.stdin.isatty():
        return []
    command = shlex.split(os.environ.get("PAGER", USUAL))
    fits = text.count("\n") < shutil.get_terminal_size().lines
    return command if command and not fits and shutil.which(command[0]) else []


def show(text: str, command: list[str]) -> None:
    """Show a text through a pager, and return when its reader has seen enough."""
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN) if hasattr(signal, "SIGPIPE") else None
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": QUITTING, **os.environ}) as process:
            process.communicate(text.encode("utf-8", "backslashreplace"))
    finally:
        if before is not None:
            signal.signal(signal.SIGPIPE, before)


def paged(command: Command) -> Command:
    """Let a group of commands be told to show nothing through a pager."""
    help_text = "Show long text as it is, not through PAGER."
    option = click.option("--no-pager", is_flag=True, expose_value=False, is_eager=True, callback=_unpaged, help=help_text)
    return option(command)


def _unpaged(context: click.Context, _: click.Parameter, asked: bool) -> None:
    context.meta[PAGED] = not asked
