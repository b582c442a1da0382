"""A story as one line of JSON, as it was read.

{"id": "page.txt:12", "title": "Drone falls into the sea", "body": "A drone ...", "summary": ["..."], "truncated": false,
 "source": "", "url": "", "published": null, "path": "page.txt", "line": 12, "last_line": 40}
"""

from dedupe.model import Story
from dedupe.reports.json import line


def render(story: Story) -> str:
    """Return the story on one line."""
    read = {
        "id": story.id,
        "title": story.title,
        "body": story.body,
        "summary": list(story.summary),
        "truncated": story.truncated,
        "source": story.source,
        "url": story.url,
        "published": story.published.isoformat() if story.published else None,
        "path": story.origin.path,
        "line": story.origin.line,
        "last_line": story.origin.last_line,
    }
    return line(read) + "\n"
