"""`dedupe plan`: what a scan will take."""

from dataclasses import asdict
from typing import Any

import click

from dedupe.cli import machine, options
from dedupe.cli.output import STANDARD, width, write


@click.command()
@click.option(
    "-f", "--format", "style", type=click.Choice(("table", "json")), default="table", show_default=True, help="Of the plan."
)
@options.output
@click.option("--related/--no-related", "find_related", default=None, help="As of the scan that is planned.")
@options.decisions
@machine.limits
@options.inputs
def plan(**given: Any) -> None:
    """Tell what a scan of INPUT will take.

    Stories, words, time, memory and disk, judged by the first stories on this machine; and what the bands promise to find.
    """
    from dedupe.pipeline.plan import plan as planned
    from dedupe.reports.plan import render, render_json

    if STANDARD in given["inputs"]:
        raise click.UsageError("standard input has no size to plan by; give files")
    settings, fields, engine = options.settings_of(given), options.fields_of(given), machine.engine_of(given)
    found = asdict(planned(given["inputs"], settings, fields=fields, engine=engine))
    write([render_json(found) if given["style"] == "json" else render(found, width(given["output"]))], given["output"])
