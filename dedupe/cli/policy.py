"""The options of a policy: what fails a check, and how much is let pass; and how its verdict is said."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dedupe.cli.notes import say
from dedupe.cli.options import Given
from dedupe.model.verdict import COUNTED, Policy, Verdict, is_limit
from dedupe.reports.table_verdict import lines

if TYPE_CHECKING:
    from dedupe.model import Report

Command = TypeVar("Command", bound=Callable[..., Any])
FAILED, UNTRUSTED = 1, 2
DEFAULT = Policy()


class Names(click.ParamType[tuple[str, ...]]):
    """Names of findings, with commas between them."""

    name = "NAME,..."

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Return the names, or say which there are; a file of settings may give them as a list."""
        given = value.split(",") if isinstance(value, str) else value
        names = tuple(str(name).strip() for name in given)
        for name in names:
            if name not in COUNTED:
                self.fail(f"{name!r} is nothing to fail on; choose from {', '.join(COUNTED)}", param, ctx)
        return names


class Limit(click.ParamType[str]):
    """A number, or a share."""

    name = "N|P%"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the limit as it was written, or say how one is."""
        if not is_limit(str(value)):
            self.fail(f"{str(value)!r} is no limit; give a whole number, or a share such as 5%", param, ctx)
        return str(value)


def policy(command: Command) -> Command:
    """Let a command fail on what it finds, as far as that is not let pass."""
    told = ",".join(DEFAULT.fail_on)
    skipped = f"Unreadable records let pass; default {DEFAULT.max_skipped}."
    for option in (
        click.option("--max-skipped", type=Limit(), default=DEFAULT.max_skipped, metavar="N|P%", help=skipped),
        click.option("--largest-cluster", type=click.IntRange(1), metavar="N", help="Stories that a cluster may have."),
        click.option("--max-per-source", type=Limit(), metavar="N|P%", help="The same for each source by itself."),
        click.option(*("--max-new",), type=Limit(), default=DEFAULT.max_new, metavar="N|P%", help="Repeats let pass; default 0."),
        click.option(
            *("--fail-on",),
            type=Names(),
            default=told,
            metavar="NAME,...",
            help=f"What counts: {', '.join(COUNTED)}; default the first four.",
        ),
    ):
        command = option(command)
    return command


def policy_of(given: Given) -> Policy:
    """Return the policy that the options name."""
    return Policy(**{each.name: given[each.name] for each in fields(Policy) if given[each.name] is not None})


def end(report: "Report", given: Given) -> None:
    """Say whether a check passed, and end the run with the exit status that this asks for."""
    verdict = report.verdict or Verdict()
    if not given["quiet"]:
        for line in said(verdict):
            say(line)
    if not verdict.passed:
        raise click.exceptions.Exit(UNTRUSTED if verdict.doubts else FAILED)


def said(verdict: Verdict) -> Iterator[str]:
    """Yield whether a check passed, a line for each reason why not, and what was let pass."""
    for line in lines(verdict):
        yield f"{line[0].lower()}{line[1:]}"
