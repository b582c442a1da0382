"""`dedupe scan`: the whole line, from dumps to a report."""

import time
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from dedupe.cli import machine, notes, options
from dedupe.cli.output import colour, width, write
from dedupe.cli.progress import Progress
from dedupe.cli.reading import no_story, strictly
from dedupe.reports import FORMATS
from dedupe.reports.table_audit import summary
from dedupe.settings import Settings

if TYPE_CHECKING:
    from dedupe.model import Report

RELATED = f"Find separate reports of one event; on for up to {Settings().related_limit:,} stories."


@click.command()
@click.option("-f", "--format", "style", type=click.Choice(FORMATS), default="table", show_default=True, help="Of the report.")
@options.output
@click.option("--timing", is_flag=True, help="Add the seconds taken to a JSON report.")
@click.option("--related/--no-related", "find_related", default=None, help=RELATED)
@click.option("--audit", type=click.IntRange(0), metavar="N", help="Compare N random stories with all; tell what was missed.")
@options.decisions
@options.doubts
@machine.limits
@options.inputs
def scan(**given: Any) -> None:
    """Find the stories that are told more than once.

    INPUT is a dump: an archive page saved as text, JSON Lines, JSON, CSV, TSV or Parquet, plain or compressed, a folder of
    such files, or - for standard input. Prints clusters of duplicates, then related coverage by event, then a summary.
    """
    start = time.perf_counter()
    report = _scanned(given)
    seconds = time.perf_counter() - start
    if not given["quiet"]:
        notes.note_skips(report.skipped)
        notes.note_repeated_ids(report.repeated_ids)
        if report.audit and given["style"] not in ("table", "json"):  # these tell it themselves
            notes.say(f"audit of {report.audit.sampled:,}: {summary(report.audit)}")
    if not report.read and not given["allow_empty"]:
        raise no_story(given)
    write([_rendered(report, given, seconds)], given["output"])


def _scanned(given: options.Given) -> "Report":
    from dedupe import pipeline

    inputs = strictly(given) if given["strict"] else given["inputs"]
    settings, fields, engine = options.settings_of(given), options.fields_of(given), machine.engine_of(given)
    with Progress(given["quiet"]) as progress:
        return pipeline.scan(inputs, settings, fields=fields, progress=progress, engine=engine)


def _rendered(report: "Report", given: options.Given, seconds: float) -> str:
    render = import_module(f"dedupe.reports.{given['style']}").render
    extra: dict[str, Any] = {}
    if given["style"] == "table":
        extra = {"width": width(given["output"]), "colour": colour(given["output"]), "seconds": seconds}
    elif given["style"] == "json" and given["timing"]:
        extra = {"timing": {"seconds": round(seconds, 3)}}
    text: str = render(report, **extra)
    return text
