"""A diff in few letters, as the script of the page reads it."""

from typing import Any

from dedupe.diff import Block, Diff, Fact, Kind, Span
from dedupe.reports.html.foreign import running

SIGNS = {Kind.EQUAL: "=", Kind.INSERT: "+", Kind.DELETE: "-", Kind.REPLACE: "~", Kind.MOVED: ">"}


def diff_of(diff: Diff) -> dict[str, Any]:
    """Return a diff as lists: blocks with their spans, counts of words, facts."""
    counts = diff.counts
    return {
        "blocks": [_block(block) for block in diff.blocks],
        "counts": [counts.unchanged, counts.deleted, counts.inserted, counts.moved, counts.moves],
        "facts": [fact_of(fact) for fact in diff.facts],
    }


def _block(block: Block) -> list[Any]:
    """Return sign, part, side, paragraph on the left, paragraph on the right, spans."""
    return [SIGNS[block.kind], block.part, block.side, block.left, block.right, [*map(_span, block.spans)]]


def _span(span: Span) -> Any:
    """Return a text that both sides have, or sign, left, right."""
    left, right = running(span.left), running(span.right)
    if span.kind is Kind.EQUAL and left == right:
        return left
    return [SIGNS[span.kind], left, right]


def fact_of(fact: Fact) -> list[Any]:
    """Return kind, left, right, the sentence of each, whether both tell it differently, and the only side that has it."""
    texts = (fact.left, fact.right, fact.left_sentence, fact.right_sentence)
    return [fact.kind, *(" ".join(running(text).split()) for text in texts), fact.is_conflict, fact.only or ""]
