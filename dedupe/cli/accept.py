"""`dedupe accept`: decisions on pairs of stories, kept in a file."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dedupe.accepted import FILE, Verdict
from dedupe.cli import notes, options
from dedupe.cli.output import STANDARD, write
from dedupe.errors import ReadError
from dedupe.reports.cells import counted, inert

if TYPE_CHECKING:
    from dedupe.accepted import Decision
    from dedupe.accepted.reported import Reported


@click.command()
@click.argument("report", metavar="REPORT.json", type=click.Path(allow_dash=True))
@click.option("--verdict", type=click.Choice([str(verdict) for verdict in Verdict]), help="What is decided of the pairs.")
@click.option("--why", metavar="TEXT", help="The reason, for who reads the file next year.")
@click.option("--pair", "pairs", nargs=2, multiple=True, metavar="ID ID", help="These two stories, not all findings; repeatable.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The last day on which it holds: 2027-06-30.")
@click.option("--accepted", default=FILE, show_default=True, metavar="FILE", type=click.Path(dir_okay=False), help="The file.")
@click.option("--prune", is_flag=True, help="List and drop instead the lines whose stories are gone.")
@options.quiet
def accept(**given: Any) -> None:
    """Decide on pairs of stories, in a file to keep in git.

    REPORT.json is what `dedupe scan` or `dedupe check` wrote with --format json, or - for standard input. Without --pair, the
    decision is on each repeated story of the report and what it repeats, of a check on the new ones. Verdicts: known (a
    duplicate; stay quiet), different (never join), same (join), keep (the first one speaks for the other). A scan, a check and
    an index follow the file where --accepted names it.
    """
    before, report = _before(given["accepted"]), _report(given["report"])
    if given["prune"]:
        _prune(before, report, given)
        return
    if not given["verdict"] or not (given["why"] or "").strip():
        raise click.UsageError("give --verdict and --why, or --prune")
    new = _decided(report, given)
    after = _write([*before], new, given["accepted"])
    if not given["quiet"]:
        known = sum(told in after for told in before)
        replaced = f"; {counted(len(before) - known, 'line')} replaced" if known < len(before) else ""
        notes.say(f"{counted(len(new), 'pair')} decided as {given['verdict']} in {given['accepted']}{replaced}")


def _before(path: str) -> "list[Decision]":
    from dedupe.accepted import read

    return read(path) if Path(path).exists() else []


def _report(path: str) -> "Reported":
    from dedupe.accepted.reported import parse

    try:
        return parse(sys.stdin.buffer.read() if path == STANDARD else Path(path).read_bytes(), path)
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file; `dedupe scan INPUT -o json={path}` writes it") from error


def _decided(report: "Reported", given: options.Given) -> "list[Decision]":
    """Return the decisions that the options make. Raise UsageError if it is one that cannot be kept."""
    from dedupe.accepted.reported import decide

    until: datetime | None = given["until"]
    pairs = given["pairs"] or report.pairs()
    if any(left == right for left, right in pairs):
        raise click.UsageError("a pair names two stories, and this names one twice")
    new = decide(report, pairs, Verdict(given["verdict"]), inert(given["why"]), until.date() if until else None)
    if given["pairs"] and not new:
        raise click.UsageError("these two stories have one text, and the file names stories by their text; it cannot keep one")
    return new


def _write(before: "Sequence[Decision]", new: "Sequence[Decision]", path: str) -> "list[Decision]":
    """Write the decisions with the new ones, and return them."""
    from dedupe.accepted import added, render

    after = added(before, new)
    write([render(after)], options.writable(path))
    return after


def _prune(before: "Sequence[Decision]", report: "Reported", given: options.Given) -> None:
    """Drop the decisions whose stories the report did not find, and list them. Raise ReadError if it did not look for them."""
    from dedupe.accepted import render

    if report.accepted is None:
        raise ReadError(
            f"{given['report']}: made without --accepted, so it does not tell which stories are gone; "
            f"scan again with --accepted {given['accepted']}"
        )
    gone = {(line.left, line.right, line.verdict) for line in report.accepted.gone}
    dropped = [told for told in before if (told.left, told.right, str(told.verdict)) in gone]
    if dropped:
        write([render(told for told in before if told not in dropped)], options.writable(given["accepted"]))
    write([render(dropped)], STANDARD)
    if not given["quiet"]:
        notes.say(f"{counted(len(dropped), 'line')} dropped from {given['accepted']}, {len(before) - len(dropped):,} kept")
