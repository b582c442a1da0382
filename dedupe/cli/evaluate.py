"""`dedupe evaluate`: how well a run agrees with what a person says."""

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from dedupe.cli import notes, options
from dedupe.cli.output import STANDARD, width, write
from dedupe.cli.progress import Progress
from dedupe.cli.reading import read

if TYPE_CHECKING:
    from dedupe.evaluate import Gold
    from dedupe.model import Report, Story


@click.command()
@click.option("--gold", metavar="FILE", type=click.Path(), help="Pairs as CSV, TSV or JSON Lines, or clusters as JSON.")
@click.option("--gold-field", metavar="NAME", help="Field of the input that is the same for one story.")
@click.option("--limit", type=click.IntRange(0), default=20, show_default=True, help="False merges and misses to list.")
@click.option("--sweep", is_flag=True, help="Show the figures at other thresholds, too.")
@click.option(
    "-f", "--format", "style", type=click.Choice(("table", "json")), default="table", show_default=True, help="Of the figures."
)
@options.output
@options.decisions
@options.doubts
@options.inputs
def evaluate(**given: Any) -> None:
    """Compare a run over INPUT with gold.

    Gold is a file of pairs (columns left and right, perhaps relation, and same with yes or no), a file of clusters, or a
    field of the input. With a pair that is not one story among them, only the pairs of the file are judged; else they are
    all that there is to find.
    """
    from dedupe import pipeline
    from dedupe.evaluate import document, judge_of, sweep
    from dedupe.evaluate import evaluate as evaluated
    from dedupe.reports.evaluation import render, render_json

    gold = _gold(given)
    stories = list(read(given))
    ids = [story.id for story in stories]
    report = _scanned(stories, given)
    cuts = sweep(report, judge_of(gold, ids)) if given["sweep"] else ()
    rescore = partial(pipeline.rescore, stories, report.settings)
    evaluation = evaluated(report, gold, ids, given["limit"], rescore)
    if evaluation.unknown and not given["quiet"]:
        stories_are = "story of the gold is" if len(evaluation.unknown) == 1 else "stories of the gold are"
        notes.say(f"{len(evaluation.unknown):,} {stories_are} not in the input and left out")
    found = document(evaluation, cuts)
    write([render_json(found) if given["style"] == "json" else render(found, width(given["output"]))], given["output"])


def _gold(given: options.Given) -> "Gold":
    """Return the gold of the file or of the field, whichever is named."""
    from dedupe.evaluate import gold_of_field, read_gold

    if (given["gold"] is None) == (given["gold_field"] is None):
        raise click.UsageError("give the gold: --gold FILE or --gold-field NAME, one of them")
    if given["gold"]:
        return read_gold(given["gold"])
    if STANDARD in given["inputs"]:
        raise click.UsageError("--gold-field reads the input twice, and standard input can be read once; give a file")
    # Read once more with the field in place of the source: every reader then finds it, whatever the format.
    labelled = read({**given, "source_field": given["gold_field"], "quiet": True})
    gold = gold_of_field({story.id: story.source for story in labelled})
    if not gold.groups:
        raise click.UsageError(f"no story of the input has a value in {given['gold_field']!r}; name another field")
    return gold


def _scanned(stories: "list[Story]", given: options.Given) -> "Report":
    from dedupe import pipeline

    with Progress(given["quiet"]) as progress:
        return pipeline.scan(stories, options.settings_of(given), progress=progress)
