"""What a comparison of two stories gives: blocks of spans, counts and changed facts."""

from dataclasses import dataclass
from enum import StrEnum

from dedupe.model import Story


class Kind(StrEnum):
    """What became of a passage on its way from left to right; only blocks are moved."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVED = "moved"


class Part(StrEnum):
    """The part of a story that a block stands in, in reading order."""

    TITLE = "title"
    SUMMARY = "summary"
    BODY = "body"


class Side(StrEnum):
    """The story, or stories, in which something stands."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class FactKind(StrEnum):
    """What kind of fact two stories tell differently, the gravest first."""

    HEADLINE = "headline"
    NEGATION = "negation"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    QUOTATION = "quotation"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words as each side writes it, with the white space after it; an absent side is empty.

    The two sides of an equal span may differ in typography.
    """

    kind: Kind
    left: str
    right: str
    left_words: int
    right_words: int


@dataclass(frozen=True, slots=True)
class Block:
    """Spans of one paragraph on each side, its places counted from 0; `left` or `right` is None where it is absent.

    A move is two blocks with the same places and spans: one on `side` left, where the passage stood, and one on `side`
    right, where it stands now. So the spans of all blocks whose side is not right are the left story, in order, and the
    spans of all blocks whose side is not left are the right one.
    """

    kind: Kind
    part: Part
    side: Side
    left: int | None
    right: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Words by what became of them, and the number of moves; a replaced word is one deleted and one inserted."""

    unchanged: int = 0
    inserted: int = 0
    deleted: int = 0
    moved: int = 0
    moves: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that the stories tell differently: its words on each side, and the sentence that each stands in.

    With both values it is a conflict. With one value and both sentences, the other side tells the same without it. With
    one value and one sentence, only that side has the sentence.
    """

    kind: FactKind
    left: str
    right: str
    left_sentence: str
    right_sentence: str

    @property
    def is_conflict(self) -> bool:
        """Whether both sides state the fact, differently."""
        return bool(self.left and self.right) or self.kind is FactKind.HEADLINE

    @property
    def only(self) -> Side | None:
        """The one side that has the sentence at all, or None where both have it."""
        if self.left_sentence and self.right_sentence:
            return None
        return Side.LEFT if self.left_sentence else Side.RIGHT


@dataclass(frozen=True, slots=True)
class Diff:
    """How the right story differs from the left: the title first, then summary and body; conflicts lead the facts."""

    left: Story
    right: Story
    blocks: tuple[Block, ...]
    counts: Counts
    facts: tuple[Fact, ...]

    @property
    def is_empty(self) -> bool:
        """Whether both tell the same in the same words and order."""
        return all(block.kind is Kind.EQUAL for block in self.blocks)
