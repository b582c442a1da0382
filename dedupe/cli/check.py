"""`dedupe check`: the line over fresh stories beside those that are held; the exit status tells whether any repeats one."""

from typing import TYPE_CHECKING, Any

import click

from dedupe.cli import deciding, machine, options, shown_settings, targets
from dedupe.cli.output import STANDARD, write
from dedupe.cli.scan import RELATED, tell

if TYPE_CHECKING:
    from dedupe.model import Report

FOUND = 1


@click.command()
@click.option("--against", multiple=True, type=click.Path(), metavar="INPUT", help="A dump of held stories; repeatable.")
@targets.outputs
@click.option("--timing", is_flag=True, help="Add the seconds taken to a JSON report.")
@click.option("--related/--no-related", "find_related", default=None, help=RELATED)
@deciding.accepted
@options.decisions
@options.doubts
@machine.limits
@shown_settings.shown
@options.inputs
def check(**given: Any) -> None:
    """Find which fresh stories repeat held ones, or each other.

    INPUT is a dump of fresh stories, as of `dedupe scan`. Exit status: 0 nothing found, 1 a story that repeats another, 2 the
    answer is not to be trusted.
    """
    if given["show_settings"]:
        write([shown_settings.render(click.get_current_context())], STANDARD)
        return
    report = tell(given, _checked)
    if report.new_duplicates:
        raise click.exceptions.Exit(FOUND)


def _checked(given: options.Given, progress: Any) -> "Report":
    from dedupe import pipeline

    fields = options.fields_of(given)
    inputs = pipeline.Opened(given["inputs"], fields, strict=given["strict"])
    held = pipeline.Opened(given["against"], fields, strict=given["strict"])
    settings, decisions = options.settings_of(given), deciding.decisions_of(given)
    arrivals = pipeline.Arrivals(held, inputs)
    return pipeline.check_decided(arrivals, settings, decisions, progress=progress, engine=machine.engine_of(given))
