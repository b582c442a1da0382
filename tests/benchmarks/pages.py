"""An HTML report of many clusters in a browser: how long it takes to make, to open, to search, and to open a cluster.

python -m tests.benchmarks.pages
python -m tests.benchmarks.pages --clusters 5000 --words 300
"""

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

import click
import numpy as np

from dedupe.model import Cluster, Relation, Report, Story
from dedupe.reports import html
from tests.benchmarks.lexicon import lexicon
from tests.benchmarks.planted import edited, rewritten
from tests.benchmarks.prose import Style, drafts, spell
from tests.benchmarks.run import table
from tests.browser import chromium
from tests.reports.made import cluster, report_of

QUERIES = ("the", "a", "in", "post 7", "zzzz", "")


def clusters(count: int, words: int, seed: int) -> Iterator[Cluster]:
    """Yield clusters of a story and its copy, every second one rewritten."""
    rng = np.random.default_rng(seed)
    style = Style.of(lexicon(2 * count * words, rng), 50, rng)
    for number, draft in enumerate(drafts(style, count, words, rng)):
        other = (rewritten if number % 2 else edited)(style, draft, rng)
        told = [spell(style, one) for one in (draft, other)]
        first, second = (
            Story(f"page.txt:{2 * number + side}", title, body, source=f"Post {(number + side) % 40}")
            for side, (title, body) in enumerate(told)
        )
        yield cluster(f"{number:012x}", first, (second, Relation.REWORDED if number % 2 else Relation.NEAR, 0.8))


def measures(report: Report) -> dict[str, str]:
    """Return what the page of a report takes."""
    start = time.perf_counter()
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        page = html.render(report, each=partial(pool.map, chunksize=20))
    made = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder, chromium.started() as browser:
        path = Path(folder, "report.html")
        path.write_text(page, encoding="utf-8")
        view = browser.new_page()
        start = time.perf_counter()
        view.goto(f"{path.as_uri()}#clusters")
        view.wait_for_selector("#rows li")
        opened = time.perf_counter() - start
        searched = [_searched(view, query) for query in QUERIES]
        start = time.perf_counter()
        view.keyboard.press("Escape")
        view.keyboard.press("j")
        view.wait_for_selector("#diff")
        shown = time.perf_counter() - start
    return {
        "clusters": f"{len(report.clusters):,}",
        "page MB": f"{len(page.encode()) / 1e6:.1f}",
        "made in s": f"{made:.1f}",
        "opens in s": f"{opened:.2f}",
        "search, median ms": f"{median(searched):.0f}",
        "search, slowest ms": f"{max(searched):.0f}",
        "cluster opens in ms": f"{1000 * shown:.0f}",
    }


def _searched(view: Any, query: str) -> float:
    """Return the milliseconds from the last key of a query until its rows are painted."""
    took: float = view.evaluate(
        """async (query) => {
          const field = document.querySelector("#q");
          field.focus();
          field.value = query;
          const start = performance.now();
          field.dispatchEvent(new Event("input"));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - start;
        }""",
        query,
    )
    return took


@click.command(help=__doc__)
@click.option("--clusters", "count", default=20_000, show_default=True)
@click.option("--words", default=300, show_default=True, help="Of a story, about.")
@click.option("--seed", default=1, show_default=True)
def main(count: int, words: int, seed: int) -> None:
    """Print what was measured, as a table."""
    if reason := chromium.missing():
        raise click.ClickException(reason)
    click.echo(table([measures(report_of(*clusters(count, words, seed)))]))


if __name__ == "__main__":
    main()
