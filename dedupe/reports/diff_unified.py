"""A diff as a unified diff whose lines are sentences, the title first.

--- page.txt:12
+++ page.txt:80
@@ -1,6 +1,6 @@
-Ferry runs aground off Cape Lorn
+Ferry aground off Cape Lorn, 14 hurt
 A ferry ran aground off Cape Lorn on Tuesday, the coast guard said.
-The coast guard took 12 people to hospital in Port Amsel.
-The ship's owner, Halvorsen Lines, said that no passengers were hurt.
 The harbour master said the light on the cape had been out for a week.
-“It was as if the sea had gone,” one passenger said.
+The coast guard took 14 people to hospital in Port Amsel.
+The ship's owner, Halvorsen Lines, said that passengers were hurt.
+Tickets will be refunded, the company said.
"""

from collections.abc import Iterator
from typing import NamedTuple

from dedupe.diff import Diff, Part
from dedupe.diff.chains import equal_chain
from dedupe.diff.sentences import Sentence, sentences_of
from dedupe.model import Story
from dedupe.reports import cells

CONTEXT = 3  # sentences shown around a change


class _Line(NamedTuple):
    """A line of the diff: its sign, its text, and how many lines of each side come before it."""

    sign: str
    text: str
    left: int
    right: int


def render(diff: Diff) -> str:
    """Return the diff as a unified diff of sentences; empty where no word differs. Typography alone is no change."""
    lines = [*_lines(_sentences(diff.left), _sentences(diff.right))]
    hunks = [line for hunk in _hunks(lines) for line in _shown(hunk)]
    names = [f"--- {cells.inert(diff.left.id)}", f"+++ {cells.inert(diff.right.id)}"]
    return "\n".join([*names, *hunks]) + "\n" if hunks else ""


def _sentences(story: Story) -> list[Sentence]:
    return [sentence for part in Part for sentence in sentences_of(story, part)]


def _lines(left: list[Sentence], right: list[Sentence]) -> Iterator[_Line]:
    i = j = 0
    for kept_left, kept_right in [*equal_chain(left, right), (len(left), len(right))]:
        yield from (_Line("-", left[n].text, n, j) for n in range(i, kept_left))
        yield from (_Line("+", right[n].text, kept_left, n) for n in range(j, kept_right))
        yield from (_Line(" ", left[n].text, n, kept_right) for n in range(kept_left, min(kept_left + 1, len(left))))
        i, j = kept_left + 1, kept_right + 1


def _hunks(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Yield the runs of lines that stand within the context of a change."""
    changes = [place for place, line in enumerate(lines) if line.sign != " "]
    start = end = 0
    for place in changes:
        if place - CONTEXT > end:
            yield lines[start:end]
            start = place - CONTEXT
        end = min(place + CONTEXT + 1, len(lines))
    yield lines[start:end]


def _shown(hunk: list[_Line]) -> Iterator[str]:
    if not hunk:
        return
    left, right = sum(line.sign != "+" for line in hunk), sum(line.sign != "-" for line in hunk)
    yield f"@@ -{_range(hunk[0].left, left)} +{_range(hunk[0].right, right)} @@"
    yield from (line.sign + cells.inert(line.text) for line in hunk)


def _range(start: int, length: int) -> str:
    """Return lines as a unified diff counts them: from 1, and from the line before where there are none."""
    return f"{start + bool(length)}" + ("" if length == 1 else f",{length}")
