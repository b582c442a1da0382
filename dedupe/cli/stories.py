"""`dedupe stories`: what the reader saw."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from dedupe.cli import options
from dedupe.cli.output import width, write
from dedupe.cli.reading import read

if TYPE_CHECKING:
    from dedupe.readers import LineRole


@click.command()
@click.option(
    "-f", "--format", "style", type=click.Choice(("table", "jsonl")), default="table", show_default=True, help="Of the list."
)
@click.option("--explain", is_flag=True, help="Show instead how each line was read.")
@options.output
@options.doubts
@options.inputs
def stories(**given: Any) -> None:
    """List the stories as they were read.

    Each has its title, its length and where it stands in INPUT: an archive page, JSON Lines, JSON, CSV, TSV or Parquet.
    """
    from dedupe.reports import jsonl_lines, jsonl_stories, table_lines, table_stories

    columns = width(given["output"])
    text: Iterable[str]
    if given["explain"]:
        lines = _lines(given)
        text = map(jsonl_lines.render, lines) if given["style"] == "jsonl" else [table_lines.render(list(lines), columns)]
    elif given["style"] == "jsonl":
        text = map(jsonl_stories.render, read(given))
    else:
        text = [table_stories.render(list(read(given)), columns)]
    write(text, given["output"])


def _lines(given: options.Given) -> "Iterator[LineRole]":
    from dedupe import readers

    for path in given["inputs"]:
        yield from readers.explain(path, options.fields_of(given))
