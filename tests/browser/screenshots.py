"""Pictures of the HTML report for a person to look at: overview, clusters, two versions side by side; light, dark, wide, narrow.

python -m tests.browser.screenshots fixtures/dumps/archive.txt shots/ --title drone
"""

from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from dedupe import scan
from dedupe.model import Report
from dedupe.reports import html
from tests.browser import chromium

SCHEMES = ("light", "dark")
SIZES = {"wide": (1400, 900), "phone": (390, 844)}


def pictures(report: Report, title: str, folder: Path) -> list[Path]:
    """Write the pictures into a folder, the cluster shown being the first that has these words in its title."""
    told = next(cluster for cluster in report.clusters if title.casefold() in cluster.canonical.title.casefold())
    places = {"overview": "", "clusters": "#clusters", "side-by-side": f"#cluster={told.id}"}
    made = []
    with TemporaryDirectory() as name, chromium.started() as browser:
        page = Path(name, "report.html")
        page.write_text(html.render(report), encoding="utf-8")
        for scheme, (size, (width, height)) in product(SCHEMES, SIZES.items()):
            view = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": height})
            for place, anchor in places.items():
                made.append(folder / f"{place}-{scheme}-{size}.png")
                _picture(view, page.as_uri() + anchor, made[-1])
            view.close()
    return made


def _picture(view: Any, address: str, path: Path) -> None:
    view.goto("about:blank")
    view.goto(address)
    view.wait_for_selector("html[data-ready]")
    if "#cluster=" in address:
        view.wait_for_selector("#diff")
        view.evaluate("document.querySelector('#comparison').scrollIntoView()")
    view.screenshot(path=path, full_page="#cluster=" not in address)


@click.command(help=__doc__)
@click.argument("dump", type=click.Path(exists=True))
@click.argument("folder", type=click.Path(file_okay=False))
@click.option("--title", default="", help="Words in the title of the cluster to show.")
def main(dump: str, folder: str, title: str) -> None:
    """Take the pictures and name them."""
    if reason := chromium.missing():
        raise click.ClickException(reason)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for path in pictures(scan([dump]), title, Path(folder)):
        click.echo(path)


if __name__ == "__main__":
    main()
