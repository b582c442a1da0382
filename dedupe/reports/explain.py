"""Why two stories match, or do not, as text.

left   dumps/page.txt:12  412 words  Drone falls into the sea
right  dumps/page.txt:80  388 words  Drone lost over the sea

reworded, duplicates: similarity 71%; found by fingerprints, neighbours

rule       fits    figures
---------  ------  -----------------------------------------
identical  no      equal normal text
near       no      jaccard 0.21 >= 0.50, anchor 0.83 >= 0.50
reworded   yes     cosine 0.71 >= 0.50, anchor 0.83 >= 0.50

scores: jaccard 0.21, containment 0.55, cosine 0.71, coverage 0.62, alignment
0.58, anchor 0.83; the longest run of words in both: 14

names and numbers in both: Orn, 412
only in the left: Falk
only in the right: none

left out as boilerplate: 2
  left   Read more on our front page.
  right  All rights reserved by the Lorne Post.

sentences of the shorter story and their best match (1 of 1)
  0.71  left   A drone fell into the sea on Tuesday, the navy said.
        right  The navy has lost a drone over the sea, it said on Wednesday.
"""

from textwrap import wrap

from dedupe.model import Explanation, Story
from dedupe.reports.cells import counted, cut, inert, percent, place, title, words
from dedupe.reports.contract import SCORES
from dedupe.reports.table_columns import NARROW

SHOWN = 12  # sentences


def render(explanation: Explanation, width: int = 80) -> str:
    """Return every score of a pair, its sentences and anchors, and which rule decided, in lines of at most `width` columns."""
    width = max(width, NARROW)
    parts = [_pair(explanation, width), _verdict(explanation, width), _rules(explanation, width), _scores(explanation, width)]
    parts += [_anchors(explanation, width), _masked(explanation, width), _sentences(explanation, width)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _pair(explanation: Explanation, width: int) -> str:
    return "\n".join(_named(name, story, width) for name, story in (("left", explanation.left), ("right", explanation.right)))


def _named(name: str, story: Story, width: int) -> str:
    return cut(f"{name:<5}  {place(story.origin, width // 3)}  {counted(words(story), 'word')}  {title(story)}", width)


def _verdict(explanation: Explanation, width: int) -> str:
    found = f"found by {', '.join(explanation.sources)}" if explanation.sources else "no candidate source proposes them"
    if explanation.relation is None:
        return f"no relation; {found}"
    kind = "duplicates" if explanation.relation.is_duplicate else "not duplicates"
    verdict = f"{explanation.relation}, {kind}: similarity {percent(explanation.match.similarity)}; {found}"
    return "\n".join(wrap(verdict, width))


def _rules(explanation: Explanation, width: int) -> str:
    from tabulate import tabulate

    rows = [(name.value, "yes" if fits else "no", figures) for name, figures, fits in explanation.rules]
    return str(tabulate(rows, headers=("rule", "fits", "figures"), disable_numparse=True, maxcolwidths=[None, None, width - 20]))


def _scores(explanation: Explanation, width: int) -> str:
    match = explanation.match
    figures = ", ".join(f"{name} {getattr(match, name):.2f}" for name in SCORES)
    return "\n".join(wrap(f"scores: {figures}; the longest run of words in both: {match.run}", width))


def _anchors(explanation: Explanation, width: int) -> str:
    rows = (
        ("names and numbers in both", explanation.shared),
        ("only in the left", explanation.missing[0]),
        ("only in the right", explanation.missing[1]),
    )
    return "\n".join(cut(f"{head}: {', '.join(map(inert, names)) or 'none'}", width) for head, names in rows)


def _masked(explanation: Explanation, width: int) -> str:
    """Return the sentences of either story that were left out as boilerplate; nothing if there are none."""
    rows = [(side, sentence) for side, masked in zip(("left", "right"), explanation.masked, strict=True) for sentence in masked]
    lines = [cut(f"  {side:<5}  {inert(sentence)}", width) for side, sentence in rows[:SHOWN]]
    return "\n".join([f"left out as boilerplate: {len(rows)}", *lines]) if rows else ""


def _sentences(explanation: Explanation, width: int) -> str:
    """Return the best matched sentences, each above its partner."""
    best = sorted(explanation.sentences, key=lambda sentence: -sentence.cosine)[:SHOWN]
    if not best:
        return "no sentence is long enough to be compared"
    lines = [f"sentences of the shorter story and their best match ({len(best)} of {len(explanation.sentences)})"]
    for sentence in best:
        lines.append(cut(f"  {sentence.cosine:.2f}  left   {inert(sentence.left) or '-'}", width))
        lines.append(cut(f"        right  {inert(sentence.right) or '-'}", width))
    return "\n".join(lines)
