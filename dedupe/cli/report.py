"""`dedupe report`: a stored JSON report in another format, its stories read again from where it found them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dedupe.cli import options, pages
from dedupe.cli.output import STANDARD
from dedupe.errors import ReadError
from dedupe.reports import FORMATS

if TYPE_CHECKING:
    from dedupe.model import Report


@click.command()
@click.argument("report", metavar="REPORT.json", type=click.Path(allow_dash=True))
@click.option("-f", "--format", "style", type=click.Choice(FORMATS), default="html", show_default=True, help="Of the report.")
@options.output
@pages.pages
@options.described
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", type=click.Path(), callback=options.spared)
def report(**given: Any) -> None:
    """Write a stored report in another format.

    REPORT.json is what `dedupe scan --format json` wrote, or - for standard input. Its stories are read again from the files
    it names, or from INPUT; one that is gone or has changed since stops it.
    """
    pages.write_report(_report(given), given["style"], given["output"], given)


def _report(given: options.Given) -> "Report":
    from dedupe import pipeline
    from dedupe.reports import stored

    path = given["report"]
    try:
        told = stored.parse(sys.stdin.buffer.read() if path == STANDARD else Path(path).read_bytes(), path)
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file; `dedupe scan INPUT -o json={path}` writes it") from error
    known = stored.files_of(told, path)
    files = given["inputs"] or known
    if gone := [file for file in files if not Path(file).exists()]:
        raise ReadError(f"{path}: its input {gone[0]} is gone; name where it is now: dedupe report {path} INPUT")
    ids = {story["id"] for story in told["stories"]}
    names = dict(zip(files, known if len(files) == len(known) == 1 else files, strict=True))
    stories, sources = pipeline.again(names, ids, options.fields_of(given))
    stored.check(told, pipeline.contents(stories.values()), path)
    return stored.restored(told, stories, path, sources)
