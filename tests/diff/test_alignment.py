from hypothesis import given
from hypothesis import strategies as st

from dedupe.diff.alignment import Group, align
from dedupe.diff.sentences import sentences
from dedupe.diff.similarity import Weights, text
from tests.diff.made import SENTENCES
from tests.strategies import law

PARAGRAPHS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), max_size=5)


def groups(left: list[str], right: list[str]) -> list[Group]:
    sides = text(sentences(left)), text(sentences(right))
    return align(*sides, Weights(sides))


@law
@given(PARAGRAPHS, PARAGRAPHS)
def test_no_sentence_is_in_two_groups_and_what_did_not_move_keeps_its_order(left: list[str], right: list[str]) -> None:
    found = groups(left, right)
    for side in (0, 2):
        places = [n for group in found for n in range(group[side], group[side + 1])]
        assert len(places) == len(set(places))
    kept = [group for group in found if not group.moved]
    assert kept == sorted(kept, key=lambda group: group.right)


@law
@given(PARAGRAPHS, PARAGRAPHS)
def test_swapped_texts_give_the_same_groups_swapped(left: list[str], right: list[str]) -> None:
    swapped = [Group(g.right, g.right_end, g.left, g.left_end, g.moved) for g in groups(right, left)]
    assert groups(left, right) == sorted(swapped)


def test_a_rewritten_sentence_is_paired_with_its_source() -> None:
    left = ["The tug freed the ferry at dawn on Monday.", "Tickets will be refunded."]
    right = ["At dawn on Monday a tug pulled the ferry free.", "Tickets will be refunded."]
    assert groups(left, right) == [Group(0, 1, 0, 1), Group(1, 2, 1, 2)]


def test_a_sentence_that_was_split_is_paired_with_both_halves() -> None:
    left = ["The tug Bertil freed the ferry at dawn, and divers searched the hull for damage below the engine room."]
    right = ["The tug Bertil freed the ferry at dawn. Divers searched the hull for damage below the engine room."]
    assert groups(left, right) == [Group(0, 1, 0, 2)]


def test_sentences_without_anything_in_common_stay_alone() -> None:
    assert groups(["Bakers won in court."], ["The ferry sank off the cape."]) == []
