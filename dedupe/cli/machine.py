"""Options that say how much of the machine a run may take, and the engine made of them."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dedupe.cli.options import Given

if TYPE_CHECKING:
    from dedupe.engines import Engine

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


def engine_of(given: Given) -> "Engine":
    """Return the engine that the options ask for."""
    from dedupe.engines.local import Local

    return Local(given["jobs"] or 0, given["memory"] or 0, given["scratch"])
