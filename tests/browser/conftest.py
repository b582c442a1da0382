"""A page opened from a file, and what it must never do: ask for anything, break its policy, say a word on the console."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dedupe import scan
from dedupe.model import Report
from dedupe.reports import html
from tests.browser import chromium

WIRE = Path(__file__).resolve().parents[2] / "fixtures" / "dumps" / "wire.jsonl"
WATCH = "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective))"
Open = Callable[..., Any]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reason = chromium.missing()
    for item in items:
        if reason and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    with chromium.started() as browser:
        yield browser


@pytest.fixture(scope="session")
def wire() -> Report:
    return scan([WIRE])


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens the page of a report; in the end nothing was asked for, and nothing complained."""
    asked: list[str] = []
    said: list[str] = []
    contexts = []

    def open_page(report: Report, place: str = "", **context: Any) -> Any:
        path = tmp_path / "report.html"
        path.write_text(html.render(report), encoding="utf-8")
        contexts.append(browser.new_context(**context))
        page = contexts[-1].new_page()
        page.add_init_script(WATCH)
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(path.as_uri() + place)
        page.wait_for_selector("html[data-ready]")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert {url for url in asked if not url.startswith(("file:", "blob:"))} == set()
    assert said == []
