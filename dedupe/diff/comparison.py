"""Two stories compared: their parts aligned, their words, their facts."""

from collections.abc import Iterable

from dedupe.diff.alignment import Group, align
from dedupe.diff.blocks import Layout, Passage, blocks
from dedupe.diff.facts import changed_facts
from dedupe.diff.result import Block, Counts, Diff, Kind, Part, Side
from dedupe.diff.sentences import sentences_of
from dedupe.diff.similarity import Text, Weights, text
from dedupe.model import Story


def compare(left: Story, right: Story, *, typography: bool = False) -> Diff:
    """Return how the right story differs from the left one: block by block, in words and in facts.

    Paragraphs and sentences are aligned by similarity before words. Case, quotation marks, dashes, commas and white space
    count only with `typography`. Swapped stories give the same changes, swapped.
    """
    texts = {part: (text(sentences_of(left, part)), text(sentences_of(right, part))) for part in Part}
    weights = Weights(side for sides in texts.values() for side in sides)
    parts = {part: _passages(part, *texts[part], weights, typography) for part in Part}
    laid = tuple(block for part, passages in parts.items() for block in blocks(passages, part))
    return Diff(left, right, laid, _count(laid), changed_facts(parts))


def _passages(part: Part, left: Text, right: Text, weights: Weights, typography: bool) -> list[Passage]:
    belong = part is Part.TITLE and left.sentences and right.sentences  # two titles do, however they differ
    groups = [Group(0, 1, 0, 1)] if belong else align(left, right, weights)
    return [*Layout(left.sentences, right.sentences, groups, typography=typography).passages()]


def _count(laid: Iterable[Block]) -> Counts:
    unchanged = inserted = deleted = moved = moves = 0
    for block in laid:
        if block.kind is Kind.MOVED and block.side is Side.LEFT:
            continue
        moves += block.kind is Kind.MOVED
        for span in block.spans:
            if span.kind is not Kind.EQUAL:
                deleted, inserted = deleted + span.left_words, inserted + span.right_words
            elif block.kind is Kind.MOVED:
                moved += span.left_words
            else:
                unchanged += span.left_words
    return Counts(unchanged, inserted, deleted, moved, moves)
