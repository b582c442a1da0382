"""Foreign text made fit for a page: inert as markup, as a script and as a link."""

import re
from html import escape
from typing import Any
from urllib.parse import urlsplit

from dedupe.model import Story
from dedupe.model.story import outlet
from dedupe.reports import cells
from dedupe.reports.json import line

NAMELESS = "(no source)"
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def text(foreign: str) -> str:
    """Return foreign text on one line, as the content of an element or of a quoted attribute."""
    return escape(cells.inert(foreign), quote=True)


def running(foreign: str) -> str:
    """Return foreign text with its lines, without what no page shows or what turns its direction."""
    return _UNSEEN.sub("", foreign)


def link(url: str) -> str:
    """Return an address that is one of the web, and "" for any other."""
    try:
        known = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if known.scheme in ("http", "https") and known.netloc and not _UNSEEN.search(url) else ""


def source(story: Story) -> str:
    """Return who tells a story: its source, else the host of its address, else "(no source)"."""
    return cells.inert(outlet(story.source, link(story.url), "")) or NAMELESS


def data(value: Any) -> str:
    """Return a value as JSON that no parser of markup takes for the end of the script it stands in."""
    return line(value).replace("<", "\\u003c")
