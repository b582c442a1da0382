"""`dedupe diff`: what changed from one story to another."""

from importlib import import_module
from typing import Any

import click

from dedupe.cli import named, options
from dedupe.cli.output import colour, width, write

STYLES = ("text", "unified", "json")


@click.command()
@click.option("-f", "--format", "style", type=click.Choice(STYLES), default="text", show_default=True, help="Of the comparison.")
@options.output
@options.decisions
@options.inputs
@named.pair
def diff(**given: Any) -> None:
    """Show what changed between two stories.

    Paragraphs and words that were changed, added, left out or moved, and below them the facts that the two tell differently.
    LEFT and RIGHT are ids, places as in page.txt:12, or a cluster's id for its canonical.
    """
    from dedupe.diff import compare

    _, (left, right) = named.pair_of(given)
    render = import_module(f"dedupe.reports.diff_{given['style']}").render
    screen = {"width": width(given["output"]), "colour": colour(given["output"])} if given["style"] == "text" else {}
    write([render(compare(left, right), **screen)], given["output"])
