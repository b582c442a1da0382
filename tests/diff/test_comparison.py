from itertools import groupby
from operator import itemgetter

from hypothesis import example, given
from hypothesis import strategies as st

from dedupe.diff import Diff, Kind, Part, Side, compare
from dedupe.diff.sentences import paragraphs
from dedupe.diff.wording import words
from dedupe.model import Story
from tests.diff.made import ANY, LEFT, RIGHT, edited, patched, told
from tests.strategies import law

PAIRS = st.tuples(ANY, ANY) | edited()


@law
@given(PAIRS, st.booleans())
@example(("no\n\nyes", "yes\n\nno"), False)
@example(("\ud800 a", "a \ud800"), True)
def test_a_diff_applied_to_the_left_text_gives_the_right_one(texts: tuple[str, str], typography: bool) -> None:
    left, right = texts
    diff = compare(told(left), told(right), typography=typography)
    assert patched(paragraphs(left), diff.blocks, Part.BODY) == paragraphs(right)


@law
@given(st.lists(ANY, max_size=3), st.lists(ANY, max_size=3), ANY, ANY)
def test_it_holds_for_titles_and_summaries_too(left: list[str], right: list[str], title: str, other: str) -> None:
    diff = compare(Story("l", title, "", tuple(left)), Story("r", other, "", tuple(right)))
    assert patched(_lines(left), diff.blocks, Part.SUMMARY) == _lines(right)
    assert patched(_lines([title]), diff.blocks, Part.TITLE) == _lines([other])


def _lines(texts: list[str]) -> list[str]:
    return [*filter(None, map(str.strip, texts))]


@law
@given(PAIRS)
def test_equal_spans_have_the_same_words_on_both_sides(texts: tuple[str, str]) -> None:
    for block in compare(told(texts[0]), told(texts[1])).blocks:
        for span in block.spans:
            same = [word.key for word in words(span.left)] == [word.key for word in words(span.right)]
            assert same or span.kind is not Kind.EQUAL


@law
@given(ANY, ANY, st.booleans())
def test_a_diff_of_a_story_with_itself_is_empty(body: str, title: str, typography: bool) -> None:
    diff = compare(told(body, title), told(body, title), typography=typography)
    assert diff.is_empty
    assert (diff.facts, diff.counts.inserted, diff.counts.deleted, diff.counts.moved) == ((), 0, 0, 0)


@law
@given(PAIRS, ANY, ANY)
def test_swapped_stories_give_the_same_diff_swapped(texts: tuple[str, str], title: str, other: str) -> None:
    left, right = told(texts[0], title), told(texts[1], other)
    there, back = compare(left, right), compare(right, left)
    assert _fate(there, Side.LEFT) == _fate(back, Side.RIGHT)
    assert _fate(there, Side.RIGHT) == _fate(back, Side.LEFT)
    assert (there.counts.inserted, there.counts.deleted) == (back.counts.deleted, back.counts.inserted)
    assert _facts(there) == {(kind, right, left) for kind, left, right in _facts(back)}


def _fate(diff: Diff, side: Side) -> list[tuple[bool, bool, str]]:
    """Return the text of one side in stretches: whether it stayed, whether it moved, its words."""
    own = [(block, span) for block in diff.blocks if block.side in (side, Side.BOTH) for span in block.spans]
    fates = [(span.kind is Kind.EQUAL, block.kind is Kind.MOVED, getattr(span, side)) for block, span in own]
    return [
        (*fate, "".join(text for *_, text in run)) for fate, run in groupby(filter(itemgetter(2), fates), key=itemgetter(0, 1))
    ]


def _facts(diff: Diff) -> set[tuple[str, str, str]]:
    return {(fact.kind, fact.left, fact.right) for fact in diff.facts}


@law
@given(ANY)
def test_quotes_dashes_and_spaces_alone_are_no_change_unless_asked(text: str) -> None:
    set_again = text.replace("'", "’").replace("—", "-").replace("“", '"').replace(" ", "\u00a0")
    diff = compare(told(text), told(set_again))
    assert diff.is_empty
    assert diff.facts == ()


def test_typography_is_a_change_where_asked() -> None:
    left, right = told('He said "no" - twice.'), told("He said “no” – twice.")
    assert compare(left, right).is_empty
    assert not compare(left, right, typography=True).is_empty


def test_words_are_counted_by_what_became_of_them() -> None:
    counts = compare(LEFT, RIGHT).counts
    assert (counts.moved, counts.moves, counts.deleted, counts.inserted) == (15, 1, 14, 10)
    assert counts.unchanged + counts.moved + counts.deleted == len(words(f"{LEFT.title} {LEFT.body}"))


def test_two_titles_are_one_for_the_other_however_they_differ() -> None:
    (block,) = compare(told("", "Ferry aground"), told("", "Bakers win in court")).blocks
    assert (block.kind, block.part, block.side) == (Kind.REPLACE, Part.TITLE, Side.BOTH)
