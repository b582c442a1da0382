"""`dedupe check`: the line over fresh stories beside those that are held; the exit status tells whether any repeats one."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dedupe.cli import deciding, machine, options, policy, shown_settings, targets
from dedupe.cli.index import waiting
from dedupe.cli.output import STANDARD, write
from dedupe.cli.scan import RELATED, tell
from dedupe.errors import ReadError

if TYPE_CHECKING:
    from dedupe.model import Report
    from dedupe.pipeline.beside import Way
    from dedupe.pipeline.scan import Source


@click.command()
@click.option("--against", multiple=True, type=click.Path(), metavar="INPUT", help="A dump of held stories; repeatable.")
@click.option("--index", type=click.Path(), metavar="DIR", help="The index of held stories, of `dedupe index add`.")
@click.option("--add", is_flag=True, help="Put the stories that pass into the index.")
@waiting
@policy.policy
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

    INPUT is a dump of fresh stories, as of `dedupe scan`. Exit status: 0 passed, 1 more found than
    the policy lets pass, 2 the answer is not to be trusted.
    """
    if given["show_settings"]:
        write([shown_settings.render(click.get_current_context())], STANDARD)
        return
    if bool(given["against"]) == bool(given["index"]):
        raise click.UsageError("give either --index DIR or --against INPUT: where the stories are that are held")
    report = tell(given, _checked)
    policy.end(report, given)


def _checked(given: options.Given, progress: Any) -> "Report":
    from dedupe import pipeline

    fields = options.fields_of(given)
    inputs = pipeline.Opened(given["inputs"], fields, strict=given["strict"])
    settings, decisions = options.settings_of(given), deciding.decisions_of(given)
    way = pipeline.Way(settings, decisions, machine.engine_of(given), progress)
    report = _beside_index(inputs, way, given) if given["index"] else _beside_dump(inputs, way, given)
    return pipeline.judge(report, policy.policy_of(given))


def _beside_dump(inputs: "Source", way: "Way", given: options.Given) -> "Report":
    from dedupe import pipeline

    held = pipeline.Opened(given["against"], options.fields_of(given), strict=given["strict"])
    report = pipeline.check_decided(pipeline.Arrivals(held, inputs), way)
    if not (report.held or given["allow_empty"]):
        raise ReadError(f"no held story in {', '.join(given['against'])}; check --against, or give --allow-empty")
    return report


def _beside_index(inputs: "Source", way: "Way", given: options.Given) -> "Report":
    from dedupe import pipeline
    from dedupe.index import Index

    folder = Path(given["index"])
    with Index.writing(folder, given["wait"]) if given["add"] else Index.reading(folder) as index:
        return pipeline.check_index(index, inputs, way, add=policy.policy_of(given) if given["add"] else None)
