"""Aligned sentences laid out in reading order, paragraph by paragraph."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dedupe.diff.alignment import Group
from dedupe.diff.result import Block, Kind, Part, Side, Span
from dedupe.diff.sentences import Sentence
from dedupe.diff.spans import joined, one_sided, spans


class Passage(NamedTuple):
    """Sentences that belong together, or one that stands alone: its paragraph on each side, and its spans.

    A passage that moved stands twice, once on each side, and has the number of its move.
    """

    side: Side
    left: int | None
    right: int | None
    spans: tuple[Span, ...]
    move: int | None = None


class Layout:
    """Two texts whose sentences are aligned, as one sequence of passages."""

    def __init__(self, left: Sequence[Sentence], right: Sequence[Sentence], groups: Sequence[Group], *, typography: bool) -> None:
        self._left, self._right, self._typography = left, right, typography
        self._kept = [g for g in groups if not g.moved]
        self._moves = self._numbered(g for g in groups if g.moved)
        self._departures, self._arrivals = {g.left: g for g in self._moves}, {g.right: g for g in self._moves}

    def passages(self) -> Iterator[Passage]:
        """Yield the passages in reading order: between those that kept it, what went before what came."""
        before: Passage | None = None
        left = right = 0
        for group in self._kept:
            passage = self._passage(group, Side.BOTH)
            yield from _near(self._between((left, right), (group.left, group.right)), before, passage)
            yield passage
            before, left, right = passage, group.left_end, group.right_end
        yield from _near(self._between((left, right), (len(self._left), len(self._right))), before, None)

    def _between(self, starts: tuple[int, int], ends: tuple[int, int]) -> list[Passage]:
        return [*self._alone(Side.LEFT, starts[0], ends[0]), *self._alone(Side.RIGHT, starts[1], ends[1])]

    def _numbered(self, groups: Iterable[Group]) -> dict[Group, int]:
        """Return the number of each move: sentences that moved together, from one paragraph to one, are one move."""
        numbers: dict[Group, int] = {}
        number = -1
        end: tuple[int, ...] = ()
        for g in groups:
            number += (g.left, g.right, *self._places(g)) != end
            numbers[g], end = number, (g.left_end, g.right_end, *self._places(g))
        return numbers

    def _places(self, group: Group) -> tuple[int, int]:
        return self._left[group.left].paragraph, self._right[group.right].paragraph

    def _passage(self, group: Group, side: Side) -> Passage:
        left = [w for s in self._left[group.left : group.left_end] for w in s.words]
        right = [w for s in self._right[group.right : group.right_end] for w in s.words]
        return Passage(side, *self._places(group), spans(left, right, typography=self._typography), self._moves.get(group))

    def _alone(self, side: Side, start: int, end: int) -> Iterator[Passage]:
        """Yield what stands on one side only in [start, end): what went or came, and what moved from or to there."""
        is_left = side is Side.LEFT
        texts, moved = (self._left, self._departures) if is_left else (self._right, self._arrivals)
        while start < end:
            if group := moved.get(start):
                yield self._passage(group, side)
                start = group.left_end if is_left else group.right_end
                continue
            place, words = texts[start]
            span = one_sided(words, Kind.DELETE if is_left else Kind.INSERT)
            yield Passage(side, place if is_left else None, None if is_left else place, (span,))
            start += 1


def blocks(passages: Iterable[Passage], part: Part) -> Iterator[Block]:
    """Yield the blocks of a part: passages of the same paragraphs, joined where nothing stands between them."""
    for _, run in groupby(passages, key=lambda p: (p.left, p.right, p.move, p.side if p.move is not None else None)):
        yield _block([*run], part)


def _block(passages: list[Passage], part: Part) -> Block:
    first = passages[0]
    together = joined([span for passage in passages for span in passage.spans])
    kinds = {span.kind for span in together}
    if first.move is not None:
        return Block(Kind.MOVED, part, first.side, first.left, first.right, together)
    if kinds == {Kind.INSERT}:
        return Block(Kind.INSERT, part, Side.RIGHT, None, first.right, together)
    if kinds == {Kind.DELETE}:
        return Block(Kind.DELETE, part, Side.LEFT, first.left, None, together)
    kind = Kind.EQUAL if kinds == {Kind.EQUAL} else Kind.REPLACE
    return Block(kind, part, Side.BOTH, first.left, first.right, together)


def _near(alone: list[Passage], before: Passage | None, after: Passage | None) -> list[Passage]:
    """Return what stands between two passages, with its paragraph's other half first or last, next to its place."""
    placed = []
    for passage in alone:
        order, partner = 1, None
        for rank, neighbour in ((2, after), (0, before)):
            if neighbour and _shares(passage, neighbour):
                order, partner = rank, neighbour
        if partner and passage.move is None:
            passage = passage._replace(left=partner.left, right=partner.right)
        placed.append((order, passage.side is Side.RIGHT, passage))
    return [passage for *_, passage in sorted(placed, key=lambda p: p[:2])]


def _shares(passage: Passage, neighbour: Passage) -> bool:
    """Whether a passage stands in the same paragraph as its neighbour, on the side that it stands on."""
    return passage.left == neighbour.left if passage.side is Side.LEFT else passage.right == neighbour.right
