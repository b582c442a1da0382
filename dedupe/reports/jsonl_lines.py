"""A line of an archive page as one line of JSON, with the part it was read as.

{"path": "page.txt", "line": 12, "role": "title", "story": "page.txt:12", "text": "Drone falls into the sea"}
"""

from typing import TYPE_CHECKING

from dedupe.reports.json import line as as_json

if TYPE_CHECKING:
    from dedupe.readers import LineRole


def render(read: "LineRole") -> str:
    """Return the line and its role on one line."""
    return as_json({name: getattr(read, name) for name in ("path", "line", "role", "story", "text")}) + "\n"
