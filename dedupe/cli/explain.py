"""`dedupe explain`: why two stories match, or do not."""

from typing import Any

import click

from dedupe.cli import named, options
from dedupe.cli.output import width, write


@click.command()
@options.output
@options.decisions
@options.inputs
@named.pair
def explain(**given: Any) -> None:
    """Show why two stories match, or do not.

    Every score of the pair, the sentences that matched, the names and numbers shared and missing, and the rule that decided.
    LEFT and RIGHT are ids, places as in page.txt:12, or a cluster's id for its canonical.
    """
    from dedupe import pipeline
    from dedupe.reports.explain import render

    stories, (left, right) = named.pair_of(given)
    explanation = pipeline.explain(stories, left.id, right.id, options.settings_of(given))
    write([render(explanation, width(given["output"]))], given["output"])
