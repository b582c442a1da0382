"""The option that names a file of decisions, and what of the file is in force today."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dedupe.cli.options import Given

if TYPE_CHECKING:
    from dedupe.accepted import Settled

Command = TypeVar("Command", bound=Callable[..., Any])


def accepted(command: Command) -> Command:
    """Let a command follow the decisions of a file."""
    help_text = "File of accepted pairs, as `dedupe accept` writes it."
    return click.option("--accepted", type=click.Path(dir_okay=False), metavar="FILE", help=help_text)(command)


def decisions_of(given: Given) -> "Settled":
    """Return the decisions of the file that the options name, as far as they are in force today."""
    from dedupe.accepted import NOTHING, read, settle

    return settle(read(given["accepted"]), date.today()) if given.get("accepted") else NOTHING
