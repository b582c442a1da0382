"""Two runs of words as spans: what stayed, what came, what went."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from dedupe.diff.result import Kind, Span
from dedupe.diff.wording import Word

_SHREDS = 0.2  # share of words in common under which two passages are shown whole, one for the other
_ISLAND = 2  # words between two changes that may be no more than chance ...
_ISLAND_LETTERS = 8  # ... if they are as short as this together


class _Edit(NamedTuple):
    """Words [start, end) of each side, equal or exchanged."""

    equal: bool
    left: int
    left_end: int
    right: int
    right_end: int

    @property
    def size(self) -> int:
        return max(self.left_end - self.left, self.right_end - self.right)


def spans(left: Sequence[Word], right: Sequence[Word], *, typography: bool = False) -> tuple[Span, ...]:
    """Return the spans that turn the left words into the right ones; swapped words give the same spans, swapped."""
    left_keys, right_keys = _keys(left, typography), _keys(right, typography)
    edits = _without_shreds(_without_islands(_edits(left_keys, right_keys), left_keys))
    return tuple(_span(left[e.left : e.left_end], right[e.right : e.right_end], e.equal) for e in edits)


def one_sided(words: Sequence[Word], kind: Kind) -> Span:
    """Return the span of words that only the left story has (delete) or only the right one (insert)."""
    return _span(words, (), False) if kind is Kind.DELETE else _span((), words, False)


def joined(all_spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans with neighbours of one kind made one."""
    return tuple(_whole(kind, [*run]) for kind, run in groupby(all_spans, key=lambda span: span.kind))


def _whole(kind: Kind, run: list[Span]) -> Span:
    texts = "".join(span.left for span in run), "".join(span.right for span in run)
    return Span(kind, *texts, sum(span.left_words for span in run), sum(span.right_words for span in run))


def _keys(words: Sequence[Word], typography: bool) -> list[str]:
    return [_exact(word.text) if typography else word.key for word in words]


def _exact(text: str) -> str:
    """Return a word as it is written, but for the one space that a sentence's last word may lack."""
    bare = text.rstrip()
    return bare if text[len(bare) :] in ("", " ", "\n") else text


def _edits(left: list[str], right: list[str]) -> list[_Edit]:
    if left > right:
        return [_Edit(e.equal, e.right, e.right_end, e.left, e.left_end) for e in _edits(right, left)]
    if left == right:
        return [_Edit(True, 0, len(left), 0, len(right))]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [_Edit(tag == "equal", *places) for tag, *places in matcher.get_opcodes()]


def _without_islands(edits: list[_Edit], left: list[str]) -> list[_Edit]:
    """Return edits in which a short word or two between two larger changes is part of the change."""
    kept: list[_Edit] = []
    for n, edit in enumerate(edits):
        if kept and edit.equal and n + 1 < len(edits) and _is_island(kept[-1], edit, edits[n + 1], left):
            edit = edit._replace(equal=False)
        if kept and not edit.equal and not kept[-1].equal:
            last = kept.pop()
            edit = _Edit(False, last.left, edit.left_end, last.right, edit.right_end)
        kept.append(edit)
    return kept


def _is_island(before: _Edit, island: _Edit, after: _Edit, left: list[str]) -> bool:
    letters = sum(len(key) for key in left[island.left : island.left_end])
    return island.size <= _ISLAND and letters <= _ISLAND_LETTERS and 2 * island.size <= min(before.size, after.size)


def _without_shreds(edits: list[_Edit]) -> list[_Edit]:
    if not edits:
        return edits
    whole = _Edit(False, 0, edits[-1].left_end, 0, edits[-1].right_end)
    shared = sum(edit.size for edit in edits if edit.equal)
    return [whole] if shared < _SHREDS * whole.size else edits


def _span(left: Sequence[Word], right: Sequence[Word], equal: bool) -> Span:
    kind = Kind.EQUAL if equal else Kind.INSERT if not left else Kind.DELETE if not right else Kind.REPLACE
    return Span(kind, "".join(w.text for w in left), "".join(w.text for w in right), len(left), len(right))
