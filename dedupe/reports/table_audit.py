"""The part of the printed table that tells what the run missed, where an audit was asked for.

AUDIT  1,000 random stories compared with every other
of 2,113 duplicate pairs, 99.1 % found, 95 % interval 98.6-99.4

missed, the most alike first:
run       alike  jaccard  contain  cosine  cover  anchor
reworded    61%      .04      .09     .61    .52     .70
       page.txt:12  page.txt:80
"""

from collections.abc import Iterator
from dataclasses import asdict
from textwrap import wrap

from dedupe.model import Audit
from dedupe.reports import cells
from dedupe.reports.table_columns import BOLD, paint
from dedupe.reports.table_pairs import HEADER, lay_out, scores

SHOWN = 10  # missed pairs


def render(audit: Audit, width: int, colour: bool) -> list[str]:
    """Return the lines of an audit, and of the missed pairs the first ones."""
    heading = f"AUDIT  {cells.counted(audit.sampled, 'random story', 'random stories')} compared with every other"
    return [paint(heading, BOLD, colour), *wrap(summary(audit), width), *_missed(audit, width)]


def summary(audit: Audit) -> str:
    """Return what was found as one sentence."""
    share, low, high = (f"{100 * value:.1f}" for value in (audit.share, audit.low, audit.high))
    return f"of {cells.counted(audit.pairs, 'duplicate pair')}, {share} % found, 95 % interval {low}-{high}"


def _missed(audit: Audit, width: int) -> Iterator[str]:
    if audit.missed:
        yield from ("", "missed, the most alike first:")
        pairs = [asdict(match) | {"similarity": match.similarity} for match in audit.missed[:SHOWN]]
        yield from lay_out(HEADER, [(scores(str(pair["relation"]), pair), pair) for pair in pairs], width)
    if len(audit.missed) > SHOWN:
        yield f"and {len(audit.missed) - SHOWN:,} more, which a JSON report lists"
