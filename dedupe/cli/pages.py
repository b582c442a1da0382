"""How much of a run an HTML report shows, and in how many pages; and the writing of any report."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dedupe.cli.options import Given
from dedupe.cli.output import STANDARD, colour, width, write

if TYPE_CHECKING:
    from dedupe.model import Report

MANY, AT_ONCE = 500, 20  # clusters that are worth a process on each core, and those that it takes at a time

Command = TypeVar("Command", bound=Callable[..., Any])


def pages(command: Command) -> Command:
    """Let a command say how many clusters an HTML report shows, and in how many pages."""
    most = "Clusters in an HTML report, the largest first; 20,000 by default."
    part = "Write an HTML report as an index page and parts of N clusters beside it."
    split = click.option("--split", type=click.IntRange(1), metavar="N", help=part)
    return click.option("--max-clusters", type=click.IntRange(0), metavar="N", help=most)(split(command))


def write_report(report: "Report", style: str, path: str, given: Given, **extra: Any) -> None:
    """Write a report in a format into a file; in several pages where that is asked and the format has them."""
    if style == "html":
        _write_pages(report, path, given)
        return
    if style == "table":
        extra = {"width": width(path), "colour": colour(path), **extra}
    render = import_module(f"dedupe.reports.{style}").render
    write([render(report, **extra)], path)


def _write_pages(report: "Report", path: str, given: Given) -> None:
    from dedupe.reports.html import page

    most = page.MOST if given.get("max_clusters") is None else given["max_clusters"]
    if given.get("split") and path == STANDARD:
        raise click.UsageError("--split writes several pages; name the first with -o html=PATH")
    with _cores(len(report.clusters), given.get("jobs")) as each:
        if not given.get("split"):
            write([page.render(report, most, each)], path)
            return
        for name, text in page.split(report, Path(path).name, given["split"], most, each):
            write([text], str(Path(path).with_name(name)))


@contextmanager
def _cores(clusters: int, jobs: int | None) -> Iterator[Callable[..., Iterable[Any]]]:
    """Give a map that takes all cores where there is much to compare, each a process of its own: texts are compared in Python."""
    count = jobs or os.cpu_count() or 1
    if count == 1 or clusters < MANY:
        yield map
        return
    with ProcessPoolExecutor(count, get_context("spawn")) as pool:
        yield partial(pool.map, chunksize=AT_ONCE)
