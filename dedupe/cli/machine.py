"""Options that say how much of the machine a run may take, and the engine made of them."""

import re
from collections.abc import Callable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dedupe.cli.deciding import decisions_of
from dedupe.cli.options import Given, fields_of, settings_of

if TYPE_CHECKING:
    from dedupe.engines.checkpoint import Checkpoint
    from dedupe.engines.local import Local

Command = TypeVar("Command", bound=Callable[..., Any])
UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}


class Size(click.ParamType[int]):
    """An amount of memory, such as 4GB, 500MB or 1.5G."""

    name = "SIZE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the bytes, or say how an amount is written."""
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?", str(value).strip(), re.IGNORECASE)
        if not found or not float(found[1]):
            self.fail(f"{value!r} is no amount of memory; write 4GB or 500MB", param, ctx)
        return int(float(found[1]) * UNITS[found[2].upper()])


def limits(command: Command) -> Command:
    """Let a command say how many threads, how much memory and which scratch folder it may use."""
    jobs = click.option("--jobs", type=click.IntRange(1), metavar="N", help="Threads; all cores by default.")
    memory = click.option("--memory", type=Size(), help="Memory to stay within, such as 4GB; half of the machine's by default.")
    folder = click.Path(exists=True, file_okay=False, writable=True)
    scratch = click.option("--scratch", type=folder, metavar="DIR", help="Folder for what does not fit in memory.")
    return jobs(memory(scratch(command)))


def checkpoint(command: Command) -> Command:
    """Let a command keep what it has done so far."""
    help_text = "Keep the stages in a folder: an interrupted run goes on from the last one."
    return click.option("--checkpoint", type=click.Path(file_okay=False), metavar="DIR", help=help_text)(command)


def engine_of(given: Given) -> "Local":
    """Return the engine that the options ask for."""
    from dedupe.engines.local import Local

    return Local(given["jobs"] or 0, given["memory"] or 0, given["scratch"], _checkpoint(given))


def _checkpoint(given: Given) -> "Checkpoint | None":
    """Return the checkpoint that the options ask for. Raise UsageError if what is read cannot be told from something else."""
    if not given.get("checkpoint"):
        return None
    if "-" in given["inputs"]:
        raise click.UsageError("standard input cannot be read twice; give --checkpoint with files")
    from dedupe.engines.checkpoint import Checkpoint
    from dedupe.readers.folders import files

    return Checkpoint(given["checkpoint"], mark(given, [file for path in given["inputs"] for file in files(path)]))


def mark(given: Given, inputs: list[str]) -> dict[str, Any]:
    """Return what a run depends on, and so what is kept of it: its settings and its inputs, and of files here their state."""
    read = [(path, Path(path).stat()) if Path(path).exists() else (path, None) for path in inputs]
    return {
        "version": version("news-dedupe"),
        "settings": asdict(settings_of(given)),
        "fields": asdict(fields_of(given)),
        "strict": given["strict"],
        "decisions": [str(told) for told in decisions_of(given).in_force],
        "inputs": [[path, about.st_size, about.st_mtime_ns] if about else [path] for path, about in read],
    }
