"""Options that several commands share, and what they are made into: Fields and Settings."""

import os
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from dedupe.cli.output import STANDARD
from dedupe.settings import POLICIES, Settings

if TYPE_CHECKING:
    from dedupe.readers import Fields

FIELDS = ("id", "title", "text", "date", "source", "url")
THRESHOLDS = {field.name: field.type for field in fields(Settings) if field.type in (int, float)}

GIVEN = "dedupe.thresholds"  # in a context: the names of those that stand on the command line

Command = TypeVar("Command", bound=Callable[..., Any])
Given = dict[str, Any]


class Threshold(click.ParamType[tuple[str, float]]):
    """NAME=VALUE, for a number of Settings."""

    name = "NAME=VALUE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, float]:
        """Return the name and the number, or say which names there are."""
        name, _, number = str(value).partition("=")
        if name not in THRESHOLDS:
            self.fail(f"{value!r} sets no threshold; give NAME=VALUE with one of {', '.join(THRESHOLDS)}", param, ctx)
        try:
            return name, THRESHOLDS[name](number)
        except ValueError:
            kind = "a whole number" if THRESHOLDS[name] is int else "a number"
            self.fail(f"{number!r} is not {kind}; the default is {name}={getattr(Settings(), name)}", param, ctx)


class Window(click.ParamType[int]):
    """A number of days, such as 30d, or of weeks, such as 2w."""

    name = "DAYS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the days, or say how they are written."""
        found = re.fullmatch(r"(\d{1,5}) ?([dw]?)", str(value).strip().lower())
        if not found:
            self.fail(f"{value!r} is no number of days; write 30d, or 2w for weeks", param, ctx)
        return int(found[1]) * (7 if found[2] == "w" else 1)


def described(command: Command) -> Command:
    """Let a command be told the layout of dumps, where it is not recognised."""
    for name in reversed(FIELDS):
        help_text = f"Field with the {name}, where not recognised."
        command = click.option(f"--{name}-field", metavar="NAME", help=help_text)(command)
    kinds = "Read as txt, jsonl, json, csv, tsv or parquet."
    return click.option("--input-format", "format_field", metavar="KIND", help=kinds)(command)


def inputs(command: Command) -> Command:
    """Let a command read dumps, whose layout is recognised or named."""
    command = described(command)
    path = click.Path(allow_dash=True)
    return click.argument("inputs", nargs=-1, metavar="INPUT...", type=path, callback=_kept)(command)


def _kept(context: click.Context, param: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return the inputs, unless there is none to read, or a report would take the place of one of them."""
    if not paths and not context.params.get("show_settings") and not context.resilient_parsing:
        raise click.MissingParameter(ctx=context, param=param)
    return spared(context, param, paths)


def spared(context: click.Context, _: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return the inputs, unless a report would take the place of one of them."""
    named = [context.params.get("output", STANDARD), *(path for _, path in context.params.get("outputs", ()))]
    reports = [Path(path) for path in named if path != STANDARD and Path(path).is_file()]
    if reports and not context.resilient_parsing:
        from dedupe.readers.folders import files

        for file in (file for path in paths for file in files(path) if file != STANDARD):
            if any(report.samefile(file) for report in reports):
                raise click.UsageError(f"the report would take the place of the input {file}; give another file to --output")
    return paths


def fields_of(given: Given) -> "Fields":
    """Return the fields that the options name."""
    from dedupe.readers import Fields

    named = {name: given[f"{name}_field"] for name in (*FIELDS, "format")}
    return Fields(**{name: value for name, value in named.items() if value})


def decisions(command: Command) -> Command:
    """Let a command decide what counts as a duplicate, and which story speaks for a cluster."""
    help_text = "Set a number that decides: near=0.6; repeatable."
    kind = Threshold()
    command = click.option("--threshold", "thresholds", type=kind, multiple=True, callback=_merged, help=help_text)(command)
    recall = click.option("--recall", type=float, metavar="SHARE", help="Share of near pairs to be found for sure.")
    policy = click.option("--canonical", type=click.Choice(POLICIES), help="Which story speaks for its cluster.")
    help_text = "Compare only stories published so near each other, such as 30d or 2w."
    window = click.option("--window", type=Window(), metavar="DAYS", help=help_text)
    return policy(recall(window(command)))


Thresholds = tuple[tuple[str, float], ...]


def _merged(context: click.Context, param: click.Parameter, told: Thresholds) -> Thresholds:
    """Return the thresholds that are given behind those that are configured, which they override one by one."""
    if context.get_parameter_source("thresholds") is not ParameterSource.COMMANDLINE:
        return told
    context.meta[GIVEN] = {name for name, _ in told}
    configured = (context.default_map or {}).get("thresholds", ())
    return (*param.type_cast_value(context, configured), *told)


def settings_of(given: Given) -> Settings:
    """Return the settings that the options name, the defaults for the rest."""
    named = {
        name: given[name] for name in ("canonical", "recall", "window", "find_related", "audit") if given.get(name) is not None
    }
    return Settings(**{**dict(given["thresholds"]), **named})


def output(command: Command) -> Command:
    """Let a command write into a file, and be quiet beside it."""
    help_text = "Write into a file, whole or not at all."
    # eager, so that it is known when the inputs are looked at
    path = click.Path(allow_dash=True)
    file = click.option(
        *("-o", "--output"), default=STANDARD, metavar="FILE", type=path, callback=_writable, is_eager=True, help=help_text
    )
    return file(quiet(command))


def quiet(command: Command) -> Command:
    """Let a command say nothing beside its report."""
    return click.option("-q", "--quiet", is_flag=True, help="No progress and no notes on standard error.")(command)


def _writable(_: click.Context, __: click.Parameter, path: str) -> str:
    return writable(path)


def writable(path: str) -> str:
    """Return the path of a report, unless it is known beforehand that none can be written there."""
    folder = Path(path).parent
    if path != STANDARD and Path(path).is_dir():
        raise click.BadParameter(f"{path} is a folder; name a file in it")
    if path != STANDARD and not folder.is_dir():
        raise click.BadParameter(f"there is no folder {folder}")
    if path != STANDARD and not os.access(folder, os.W_OK) and not Path(path).exists():
        raise click.BadParameter(f"no file can be written in the folder {folder}")
    return path


def doubts(command: Command) -> Command:
    """Let a command stop at a bad record, or go on where there was no story at all."""
    command = click.option("--allow-empty", is_flag=True, help="An input without a story is no error.")(command)
    return click.option("--strict", is_flag=True, help="A record that cannot be read stops the run.")(command)
