"""Stories made for the diff: two versions told by hand, and pairs of any text."""

from collections.abc import Sequence
from itertools import groupby

from hypothesis import strategies as st

from dedupe.diff import Block, Diff, Part, Side, compare
from dedupe.model import Origin, Story
from tests.strategies import PIECES, TEXTS

WORDS = st.lists(
    st.sampled_from(
        (*PIECES, *("the tug ", "No ", "not ", "hurt ", "killed ", "12 ", "14 ", "Ada Orr ", "Monday ", "on 3 May "))
    ),
    max_size=60,
).map("".join)
ANY = TEXTS | WORDS

LEFT = Story(
    "page.txt:12",
    "Ferry runs aground off Cape Lorn",
    "\n\n".join(
        (
            "A ferry ran aground off Cape Lorn on Tuesday, the coast guard said.",
            "The coast guard took 12 people to hospital in Port Amsel.",
            "The ship's owner, Halvorsen Lines, said that no passengers were hurt.",
            "The harbour master said the light on the cape had been out for a week.",
            "“It was as if the sea had gone,” one passenger said.",
        )
    ),
    origin=Origin("page.txt", 12, 24),
)
RIGHT = Story(
    "page.txt:80",
    "Ferry aground off Cape Lorn, 14 hurt",
    "\n\n".join(
        (
            "A ferry ran aground off Cape Lorn on Tuesday, the coast guard said.",
            "The harbour master said the light on the cape had been out for a week.",
            "The coast guard took 14 people to hospital in Port Amsel.",
            "The ship's owner, Halvorsen Lines, said that passengers were hurt.",
            "Tickets will be refunded, the company said.",
        )
    ),
    origin=Origin("page.txt", 80, 92),
)


def told(body: str, title: str = "") -> Story:
    return Story("s", title, body)


def between(left: str, right: str) -> Diff:
    """Return the diff of two bodies."""
    return compare(told(left), told(right))


def conflicts(left: str, right: str) -> list[tuple[str, str, str]]:
    """Return what two bodies state differently: kind, left, right."""
    return [(fact.kind.value, fact.left, fact.right) for fact in between(left, right).facts if fact.is_conflict]


def lacks(left: str, right: str) -> list[tuple[str, str, str]]:
    """Return what only one of two bodies states."""
    return [(fact.kind.value, fact.left, fact.right) for fact in between(left, right).facts if not fact.is_conflict]


def side_of(blocks: Sequence[Block], part: Part, side: Side) -> list[str]:
    """Return the paragraphs of one side of a diff, put together from its spans."""
    own = [block for block in blocks if block.part is part and block.side in (side, Side.BOTH)]
    is_left = side is Side.LEFT
    return [
        "".join(span.left if is_left else span.right for block in run for span in block.spans)
        for _, run in groupby(own, key=lambda block: block.left if is_left else block.right)
    ]


def patched(left: Sequence[str], blocks: Sequence[Block], part: Part) -> list[str]:
    """Return the paragraphs that a diff makes of the left ones; it must fit them word for word."""
    assert side_of(blocks, part, Side.LEFT) == [*left]
    return side_of(blocks, part, Side.RIGHT)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a text and what an editor made of it: sentences dropped, moved, changed and added."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8))
    kept = [s for s in draw(st.permutations(sentences)) if draw(st.integers(0, 3))]
    changed = [s.replace(*draw(st.sampled_from(EDITS))) for s in [*kept, *draw(st.lists(st.sampled_from(SENTENCES), max_size=2))]]
    joints = st.sampled_from((" ", "\n\n"))
    return tuple("".join(s + draw(joints) for s in side) for side in (sentences, changed))  # type: ignore[return-value]


SENTENCES = (
    "A ferry ran aground off Cape Lorn on Tuesday night with 84 people on board.",
    "Nobody was hurt, the coast guard said.",
    "“We felt a bump and then nothing more,” said Ada Orr, a passenger from Port Amsel.",
    "The tug Bertil will try to free the ship at 6:30 am.",
    "About $2 million of freight is still in the hold.",
    "The owners denied that the light on the cape had failed.",
    "It was the third such accident since 12 March 2019.",
    "Tickets will be refunded.",
)
EDITS = (
    ("84", "86"),
    ("Tuesday", "Monday"),
    ("Nobody was", "Two were"),
    ("denied", "confirmed"),
    ("Ada", "Ida"),
    ("the", "a"),
    ("", ""),
)
