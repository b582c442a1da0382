"""Chromium as the tests start it: without a screen, asking nothing of a network."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]


def missing() -> str:
    """Return what is missing to run a browser, and how to get it; "" for nothing."""
    if not find_spec("playwright"):
        return "no playwright: pip install -e '.[test,browser]'"
    if not any(map(shutil.which, NAMES)):
        return "no Chromium: apt-get install chromium"
    return ""


@contextmanager
def started() -> Iterator[Any]:
    """Give a browser, and end it."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        try:
            yield browser
        finally:
            browser.close()


def axe() -> str:
    """Return the script of axe-core, which looks for what people cannot reach or read."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
