"""A run in numbers, on one line: what is said of stories that were written into a folder.

200,000 stories, 12,310 clusters, 30,114 duplicates, 0 skipped, stated recall 99.6%, 312.4 s
"""

from dedupe.model import Relation, Summary
from dedupe.reports import cells
from dedupe.reports.table import left_apart


def render(summary: Summary, seconds: float | None = None) -> str:
    """Return the line; what was left apart stands on one before it."""
    apart = left_apart({Relation(name): count for name, count in summary.relations.items()})
    told = [
        cells.counted(summary.read, "story", "stories"),
        cells.counted(summary.clusters, "cluster"),
        cells.counted(summary.duplicates, "duplicate"),
        f"{summary.skipped:,} skipped",
        f"stated recall {100 * summary.recall.expected:.1f}%",
        *([f"{seconds:.1f} s"] if seconds is not None else []),
    ]
    return (f"{apart}\n" if apart else "") + ", ".join(told) + "\n"
