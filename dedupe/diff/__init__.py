"""Two stories, word by word: what stayed, came, went and moved, and which facts they tell differently."""

from dedupe.diff.comparison import compare
from dedupe.diff.result import Block, Counts, Diff, Fact, FactKind, Kind, Part, Side, Span

__all__ = ["Block", "Counts", "Diff", "Fact", "FactKind", "Kind", "Part", "Side", "Span", "compare"]
