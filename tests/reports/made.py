"""Reports made by hand."""

from typing import Any

from hypothesis import strategies as st

from dedupe.accepted import content
from dedupe.model import Cluster, Match, Origin, Recall, Relation, Report, Story
from dedupe.rows import key
from dedupe.settings import Settings

RECALL = Recall(threshold=0.5, expected=0.99642, bands=42, rows=3)

# What a scraped title may hold: any script, control characters, markup, formulas, lone surrogates.
TITLES = st.text(max_size=120) | st.text(
    "\x00\x1b\x9b\x7f\n\r\t[31m\u202e\u2028\u200b\ud800é中❤️👩‍👩‍👧<b>|`*@#=+-ab ", max_size=120
)


def story(line: int, title: str, words: int = 20, **known: Any) -> Story:
    return Story(f"page.txt:{line}", title, "word " * words, **{"origin": Origin("dumps/page.txt", line, line + 9), **known})


def match(left: Story, right: Story, relation: Relation, score: float) -> Match:
    low, high = sorted((left.id, right.id))
    return Match(low, high, relation, score, score, score, score, score, score, run=round(20 * score))


def cluster(name: str, canonical: Story, *repeats: tuple[Story, Relation, float]) -> Cluster:
    matches = tuple(match(canonical, *repeat) for repeat in repeats)
    return Cluster(name, canonical, "it covers the others best", (canonical, *(repeat[0] for repeat in repeats)), matches)


def report_of(*clusters: Cluster, others: tuple[Story, ...] = (), **more: Any) -> Report:
    stories = {s.id: s for s in (*others, *(member for c in clusters for member in c.members))}
    matches = tuple(m for c in clusters for m in c.matches)
    more = {"contents": {name: content(key(name)) for name in stories}, **more}
    known = {"settings": Settings(), "read": len(stories), "skipped": (), "matches": matches, "related": (), "recall": RECALL}
    return Report(**{**known, "clusters": clusters, "stories": stories, **more})


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw a report with one cluster and one event, whose titles may hold anything."""
    first, second, third = (story(line, draw(TITLES), draw(st.integers(0, 2000))) for line in (12, 80, 140))
    near = cluster(draw(st.text("0123456789abcdef", min_size=8, max_size=16)), first, (second, Relation.NEAR, 0.9))
    return report_of(near, others=(third,), related=(match(first, third, Relation.RELATED, 0.3),))
