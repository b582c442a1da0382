"""`dedupe scan`: the whole line, from dumps to a report."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from dedupe.cli import checking, deciding, engines, folders, machine, notes, options, shown_settings, targets
from dedupe.cli.output import STANDARD, write
from dedupe.cli.pages import write_report
from dedupe.cli.progress import Progress
from dedupe.cli.reading import no_story
from dedupe.reports.table_audit import summary
from dedupe.settings import Settings

if TYPE_CHECKING:
    from dedupe.model import Report

RELATED = f"Find separate reports of one event; on for up to {Settings().related_limit:,} stories."


@click.command()
@targets.outputs
@click.option("--timing", is_flag=True, help="Add the seconds taken to a JSON report.")
@click.option("--related/--no-related", "find_related", default=None, help=RELATED)
@click.option("--audit", type=click.IntRange(0), metavar="N", help="Compare N random stories with all; tell what was missed.")
@deciding.accepted
@options.decisions
@options.doubts
@machine.limits
@machine.checkpoint
@engines.engine
@shown_settings.shown
@options.inputs
def scan(**given: Any) -> None:
    """Find the stories that are told more than once.

    INPUT is a dump: an archive page saved as text, JSON Lines, JSON, CSV, TSV or Parquet, plain or compressed, a folder of
    such files, or - for standard input. Prints clusters of duplicates, then related coverage by event, then a summary.
    """
    if given["show_settings"]:
        write([shown_settings.render(click.get_current_context())], STANDARD)
        return
    if targets.folders_of(given):
        folders.fill(given)
    else:
        tell(given, _scanned)


def tell(given: options.Given, run: "Callable[[options.Given, Progress], Report]") -> "Report":
    """Write the report of a run wherever it is wanted, and return it; on standard error say what a reader should know.

    Raise ReadError where no story was read, unless that is allowed.
    """
    start = time.perf_counter()
    with Progress(given["quiet"]) as progress:
        report = run(given, progress)
    seconds, goals = time.perf_counter() - start, targets.targets_of(given)
    if not given["quiet"]:
        notes.note_skips(report.skipped)
        checking.note_held(report)
        notes.note_repeated_ids(report.repeated_ids)
        notes.note_accepted(report.accepted)
        if report.audit and {"table", "json"}.isdisjoint(style for style, _ in goals):  # these tell it themselves
            notes.say(f"audit of {report.audit.sampled:,}: {summary(report.audit)}")
    if not (report.read or report.already or given["allow_empty"]):
        raise no_story(given)
    for style, path in goals:
        write_report(report, style, path, given, **_more(style, seconds, given))
    return report


def _scanned(given: options.Given, progress: Progress) -> "Report":
    from dedupe import pipeline

    return engines.run(given, pipeline.scan_decided, progress)


def _more(style: str, seconds: float, given: options.Given) -> dict[str, Any]:
    """Return what a format tells of the run itself."""
    if style == "table":
        return {"seconds": seconds}
    return {"timing": {"seconds": round(seconds, 3)}} if style == "json" and given["timing"] else {}
