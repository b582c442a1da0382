"""`dedupe schema`: the contract of the JSON report."""

import click

from dedupe.cli.output import write


@click.command()
def schema() -> None:
    """Print the JSON Schema of the JSON report."""
    from dedupe.reports.schema import render

    write([render()], "-")
