"""A diff as a person reads it in a terminal.

left   page.txt:12, 61 words
       Ferry runs aground off Cape Lorn
right  page.txt:80, 56 words
       Ferry aground off Cape Lorn, 14 hurt

38 words unchanged, 15 moved in 1 passage, 14 deleted, 10 inserted
~ [-left-]{+right+}   - only left   + only right   < moved away   > moved here

Title
  1 ~ Ferry [-runs-] aground off Cape Lorn, {+14 hurt+}

Text
    … 1 paragraph unchanged
  2 > moved here from 4: The harbour master said the light on the cape had been
      out for a week.
  3 ~ The coast guard took [-12-]{+14+} people to hospital in Port Amsel.
  4 ~ The ship's owner, Halvorsen Lines, said that [-no-] passengers were hurt.
  4 < moved to 2: The harbour master said the light on the cape had been out fo…
  5 - “It was as if the sea had gone,” one passenger said.
  5 + Tickets will be refunded, the company said.

Changed facts

negation  no passengers                      said that passengers
          … that no passengers were hurt.    … said that passengers were hurt.
number    12                                 14
          … 12 people to hospital in Port …  … 14 people to hospital in Port …

Only on the left: quotation “It was as if the sea had gone”
"""

from collections.abc import Iterator
from itertools import groupby

from dedupe.diff import Block, Diff, Kind, Part, Side, Span
from dedupe.model import Story
from dedupe.reports import cells, diff_facts
from dedupe.reports.diff_lines import BOLD, DELETED, DIM, INSERTED, MOVED, Token, marked, paint, tokens, wrapped

NARROW = 40  # columns; no diff is laid out for less
GUTTER = 6  # columns for a paragraph's number and its sign
SHOWN = 8  # words shown on each side of a longer stretch without a change
FOLDED = 24  # words in such a stretch, at least

_SIGN = {Kind.EQUAL: " ", Kind.INSERT: "+", Kind.DELETE: "-", Kind.REPLACE: "~", Kind.MOVED: ">"}
_LEGEND = "~ [-left-]{+right+}   - only left   + only right   < moved away   > moved here"
_HEADING = {Part.TITLE: "Title", Part.SUMMARY: "Summary", Part.BODY: "Text"}


def render(diff: Diff, *, width: int = 80, colour: bool = False) -> str:
    """Return the diff in lines of at most `width` columns: both stories, what changed, and the facts told differently.

    The number before a paragraph is its place: on the left where the sign is - or <, on the right elsewhere.
    """
    width = max(width, NARROW)
    sections = [_header(diff, width, colour), *_changes(diff, width, colour), diff_facts.render(diff, width, colour)]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _header(diff: Diff, width: int, colour: bool) -> list[str]:
    lines = []
    for name, story, code in (("left", diff.left, DELETED), ("right", diff.right, INSERTED)):
        lines.append(f"{paint(f'{name:5}', code, colour=colour)}  {cells.cut(_described(story), width - 7)}")
        lines.append(" " * 7 + paint(cells.cut(cells.title(story), width - 7), BOLD, colour=colour))
    lines += ["", *wrapped(tokens(_counted(diff)), width, colour=colour)]
    return lines if diff.is_empty else [*lines, paint(cells.cut(_LEGEND, width), DIM, colour=colour)]


def _described(story: Story) -> str:
    day = f"{story.published:%Y-%m-%d}" if story.published else ""
    return ", ".join(
        filter(None, (cells.inert(story.id), cells.inert(story.source), day, cells.counted(cells.words(story), "word")))
    )


def _counted(diff: Diff) -> str:
    if diff.is_empty:
        return "Both tell the same in the same words."
    counts = diff.counts
    moved = f"{counts.moved:,} moved in {cells.counted(counts.moves, 'passage')}, " if counts.moves else ""
    return f"{cells.counted(counts.unchanged, 'word')} unchanged, {moved}{counts.deleted:,} deleted, {counts.inserted:,} inserted"


def _changes(diff: Diff, width: int, colour: bool) -> Iterator[list[str]]:
    """Yield the lines of each part that changed; the titles only where they share words, for the header has both."""
    for part, run in groupby(diff.blocks, key=lambda block: block.part):
        blocks = [*run]
        is_said = part is Part.TITLE and all(len(block.spans) == 1 for block in blocks)
        if not is_said and any(block.kind is not Kind.EQUAL for block in blocks):
            yield [paint(_HEADING[part], BOLD, colour=colour), *_paragraphs(blocks, width, colour)]


def _paragraphs(blocks: list[Block], width: int, colour: bool) -> Iterator[str]:
    for is_equal, run in groupby(blocks, key=lambda block: block.kind is Kind.EQUAL):
        if is_equal:
            places = len({block.right for block in run})
            yield paint(f"{'':4}{cells.ELLIPSIS} {cells.counted(places, 'paragraph')} unchanged", DIM, colour=colour)
            continue
        for block in run:
            yield from _block(block, width, colour)


def _block(block: Block, width: int, colour: bool) -> list[str]:
    """Return a paragraph's lines behind its place and sign; of one that moved away, one line."""
    is_leaving = block.kind is Kind.MOVED and block.side is Side.LEFT
    sign = "<" if is_leaving else _SIGN[block.kind]
    place = block.left if block.side is Side.LEFT else block.right
    room = width - GUTTER
    if is_leaving:
        start = cells.inert("".join(span.left for span in block.spans))
        lines = [paint(cells.cut(f"moved to {_number(block.right)}: {start}", room), MOVED, colour=colour)]
    else:
        lines = [line for paragraph in _tokens(block) for line in wrapped(paragraph, room, colour=colour)]
    first = f"{_number(place):>3} {sign} "
    return [(first if n == 0 else " " * GUTTER) + line for n, line in enumerate(lines)]


def _number(place: int | None) -> str:
    return "" if place is None else f"{place + 1}"


def _tokens(block: Block) -> list[list[Token]]:
    """Return what a block says: its changes marked in one paragraph, or the old and the new where nothing stayed."""
    [first, *others] = block.spans
    if block.kind is Kind.INSERT:
        return [tokens(first.right, INSERTED)]
    if block.kind is Kind.DELETE:
        return [tokens(first.left, DELETED)]
    if first.kind is Kind.REPLACE and not others:
        return [_removed(first), _added(first)]
    said = tokens(f"moved here from {_number(block.left)}:", MOVED) if block.kind is Kind.MOVED else []
    spaced = True
    for n, span in enumerate(block.spans):
        said += _folded(span, n, len(block.spans), spaced) if span.kind is Kind.EQUAL else _marked(span, spaced)
        spaced = any(side[-1:].isspace() for side in (span.left, span.right))
    return [said]


def _marked(span: Span, spaced: bool) -> list[Token]:
    removed = _removed(span, spaced)
    return [*removed, *_added(span, spaced and not removed)]


def _removed(span: Span, spaced: bool = True) -> list[Token]:
    return marked(tokens(span.left, DELETED, spaced=spaced), "[-", "-]")


def _added(span: Span, spaced: bool = True) -> list[Token]:
    return marked(tokens(span.right, INSERTED, spaced=spaced), "{+", "+}")


def _folded(span: Span, n: int, spans: int, spaced: bool) -> list[Token]:
    """Return a stretch without a change, its middle left out where it is long."""
    stretch = tokens(span.right, spaced=spaced)
    if len(stretch) < FOLDED:
        return stretch
    head, tail = stretch[: SHOWN if n else 0], stretch[-SHOWN if n + 1 < spans else len(stretch) :]
    return [*head, Token(f"… ({len(stretch) - len(head) - len(tail)} words)", DIM), *tail]
