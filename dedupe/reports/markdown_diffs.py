"""The last part of a Markdown report: how each repeat differs from its canonical, as fenced diffs of sentences.

## What changed

**5f0c2a91**  page.txt:12 → page.txt:80, number: 12 → 14

```diff
--- page.txt:12
+++ page.txt:80
@@ -2 +2 @@
-The coast guard took 12 people to hospital in Port Amsel.
+The coast guard took 14 people to hospital in Port Amsel.
```
"""

import re
from collections.abc import Callable, Iterator, Sequence

from dedupe.diff import Diff, compare
from dedupe.model import Cluster, Report, Story
from dedupe.reports import cells, diff_unified

FACTS = 5  # that the two tell differently, named
LONGEST = 120  # columns of such a fact
HEADING = "## What changed"
_TICKS = re.compile("`+")

Plain = Callable[[str], str]


def render(report: Report, clusters: Sequence[Cluster], most: int, plain: Plain) -> list[str]:
    """Return the paragraphs, in at most so many bytes: whole diffs, and how many are left out; none where no word differs.

    plain  makes foreign text inert as Markdown
    """
    pairs = [(cluster, story) for cluster in clusters for story in report.new(cluster) if story.id != cluster.canonical.id]
    parts, taken = [HEADING], len(HEADING.encode()) + 120  # and what may be said of those left out
    for shown, (cluster, story) in enumerate(pairs):
        part = _part(cluster, story, plain)
        taken += len(part.encode()) + 2
        if taken > most:
            left = cells.counted(len(pairs) - shown, "comparison")
            return [*parts, f"{left} left out here: an html report has them, and `dedupe diff` makes any."] if shown else []
        parts += [part] if part else []
    return parts if len(parts) > 1 else []


def _part(cluster: Cluster, story: Story, plain: Plain) -> str:
    """Return one comparison; "" where no word differs."""
    diff = compare(cluster.canonical, story)
    text = diff_unified.render(diff)
    if not text:
        return ""
    fence = "`" * max(3, *(len(run) + 1 for run in _TICKS.findall(text)), 3)
    told = "".join(f", {plain(fact)}" for fact in _facts(diff))
    heading = f"**{plain(cluster.id)}**  {plain(str(cluster.canonical.origin))} → {plain(str(story.origin))}{told}"
    return f"{heading}\n\n{fence}diff\n{text}{fence}"


def _facts(diff: Diff) -> Iterator[str]:
    conflicts = [fact for fact in diff.facts if fact.is_conflict]
    for fact in conflicts[:FACTS]:
        values = " → ".join(cells.cut(cells.inert(value), LONGEST) for value in (fact.left, fact.right) if value)
        yield f"{fact.kind}: {values}"
    if len(conflicts) > FACTS:
        yield f"and {len(conflicts) - FACTS} more"
