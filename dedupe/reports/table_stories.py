"""The stories of a dump as a table: where each stands, how long it is, and its title.

read at      words  text   title
page.txt:12    812  whole  Drone falls into the sea
page.txt:80     55  cut    Drone lost over the sea

2 stories, 1 of them cut
"""

from collections.abc import Sequence

from dedupe.model import Story
from dedupe.reports import cells
from dedupe.reports.table_columns import NARROW, fit


def render(stories: Sequence[Story], width: int = 80) -> str:
    """Return a row for each story, in the order given, and their number; ids stand in it where stories have their own."""
    width = max(width, NARROW)
    own = any(story.id != str(story.origin) for story in stories)
    header = ("read at", *(("id",) if own else ()), "words", "text", "title")
    rows = [_row(story, own, width) for story in stories]
    align = ("left", *(("left",) if own else ()), "right", "left", "left")
    cut = sum(story.truncated for story in stories)
    total = cells.counted(len(stories), "story", "stories") + (f", {cut:,} of them cut" if cut else "")
    return "\n".join([*fit([header, *rows], align, width), "", total]) + "\n"


def _row(story: Story, own: bool, width: int) -> tuple[str, ...]:
    known = (cells.cut(cells.inert(story.id), width // 4),) if own else ()
    where = cells.place(story.origin, width * 3 // 10)
    return where, *known, f"{cells.words(story):,}", "cut" if story.truncated else "whole", cells.title(story)
