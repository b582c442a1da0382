"""`dedupe plan`: what a scan will take."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import click

from dedupe.cli import engines, machine, options
from dedupe.cli.output import STANDARD, width, write

Planned = tuple[dict[str, Any], Callable[..., str]]  # a plan by the names of its fields, and what it is shown by


@click.command()
@click.option(
    "-f", "--format", "style", type=click.Choice(("table", "json")), default="table", show_default=True, help="Of the plan."
)
@options.output
@click.option("--related/--no-related", "find_related", default=None, help="As of the scan that is planned.")
@options.decisions
@machine.limits
@click.option("--engine", type=click.Choice(tuple(engines.ENGINES)), default="local", show_default=True, help="As of the scan.")
@options.inputs
def plan(**given: Any) -> None:
    """Tell what a scan of INPUT will take.

    Stories, words, time, memory and disk, judged by the first stories on this machine; and what the bands promise to find.
    """
    from dedupe.reports.plan import render_json

    if STANDARD in given["inputs"]:
        raise click.UsageError("standard input has no size to plan by; give files")
    found, render = PLANS[given["engine"]](given)
    write([render_json(found) if given["style"] == "json" else render(found, width(given["output"]))], given["output"])


def _local(given: options.Given) -> Planned:
    from dedupe.pipeline.plan import plan
    from dedupe.reports.plan import render

    settings, fields, engine = options.settings_of(given), options.fields_of(given), machine.engine_of(given)
    return asdict(plan(given["inputs"], settings, fields=fields, engine=engine)), render


def _spark(given: options.Given) -> Planned:
    from dedupe.pipeline.keyed.plan import plan_tables
    from dedupe.reports.plan import render_tables

    return asdict(plan_tables(given["inputs"], options.settings_of(given), fields=options.fields_of(given))), render_tables


PLANS = {"local": _local, "spark": _spark}
