"""Where reports go, each in a format of its own: `-o [FORMAT=]PATH`, as often as wanted."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from dedupe.cli.options import Given, quiet, writable
from dedupe.cli.output import STANDARD
from dedupe.cli.pages import pages
from dedupe.reports import FORMATS

Command = TypeVar("Command", bound=Callable[..., Any])
Goal = tuple[str | None, str]
FOLDERS = ("parquet", "jsonl")
_URL = re.compile(r"[a-zA-Z][\w+.-]+://")


class Target(click.ParamType[Goal]):
    """A path, or a format and a path."""

    name = "[FORMAT=]PATH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Goal:
        """Return the format, None for that of -f, and the path, unless it is known beforehand that none can be written there."""
        style, found, path = str(value).partition("=")
        if not found or "/" in style or "." in style:
            return (FOLDERS[0], str(value)) if _is_folder(str(value)) else (None, writable(str(value)))
        if _is_folder(path):
            if style not in FOLDERS:
                self.fail(f"{style!r} is no format of a folder: choose one of {', '.join(FOLDERS)}; or name a file", param, ctx)
            return style, path
        if style not in FORMATS:
            self.fail(f"{style!r} is no format: choose one of {', '.join(FORMATS)}; or write ./{value} for a path", param, ctx)
        return style, writable(path)


def outputs(command: Command) -> Command:
    """Let a command write its report in several formats and places, and be quiet beside them."""
    help_text = "Write into a file, whole or not at all; with FORMAT=, beside the report of -f; repeatable."
    kind = click.Choice(FORMATS)
    style = click.option("-f", "--format", "style", type=kind, default="table", show_default=True, help="Of the report.")
    # eager, so that they are known when the inputs are looked at
    files = click.option(
        *("-o", "--output", "outputs"), multiple=True, type=Target(), callback=_distinct, is_eager=True, help=help_text
    )
    return style(files(pages(quiet(command))))


def _distinct(_: click.Context, __: click.Parameter, goals: tuple[Goal, ...]) -> tuple[Goal, ...]:
    """Return the goals, unless two are one file."""
    files = [
        path if path == STANDARD else str(Path(path).resolve()) for _, path in goals if path == STANDARD or not _device(path)
    ]
    twice = next((path for path in files if files.count(path) > 1), None)
    if twice:
        raise click.BadParameter(f"{twice} is named twice; one report would take the place of the other")
    return goals


def _device(path: str) -> bool:
    return Path(path).exists() and not Path(path).is_file()


def _is_folder(path: str) -> bool:
    """Whether a path is that of a folder: it ends in a slash, or is a URL."""
    return path.endswith("/") or bool(_URL.match(path))


def folders_of(given: Given) -> list[tuple[str, str]]:
    """Return the formats and paths of the folders into which every story is written."""
    return [(str(style), path.rstrip("/")) for style, path in given["outputs"] if _is_folder(path)]


def targets_of(given: Given) -> list[tuple[str, str]]:
    """Return the formats and paths of the reports to write: that of -f on standard output, unless it is given a path."""
    files = [(style, path) for style, path in given["outputs"] if not _is_folder(path)]
    goals = [(style or given["style"], path) for style, path in files]
    if any(style is None or path == STANDARD for style, path in files):
        return goals
    return [(given["style"], STANDARD), *goals]
