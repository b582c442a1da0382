from dedupe.diff.alignment import align
from dedupe.diff.sentences import sentences
from dedupe.diff.similarity import Weights, text

LIGHT = "The harbour master said the light had been out for a week."
TUG = "A tug will try to free the ship on the morning tide."
HURT = "Nobody was hurt when the ferry struck the rocks."


def moved(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    sides = text(sentences(left)), text(sentences(right))
    return [(group.left, group.right) for group in align(*sides, Weights(sides)) if group.moved]


def test_a_sentence_told_elsewhere_has_moved() -> None:
    assert moved([LIGHT, TUG, HURT], [TUG, HURT, LIGHT]) == [(0, 2)]


def test_it_has_moved_though_a_word_was_changed() -> None:
    assert moved([LIGHT, TUG, HURT], [TUG, HURT, LIGHT.replace("week", "month")]) == [(0, 2)]


def test_what_keeps_its_order_has_not_moved() -> None:
    assert moved([LIGHT, TUG, HURT], [LIGHT, "Tickets will be refunded.", HURT]) == []


def test_a_short_sentence_moves_only_word_for_word() -> None:
    assert moved(["It was dark.", TUG, HURT], [TUG, HURT, "It was dark."]) == [(0, 2)]
    assert moved(["It was very dark.", TUG, HURT], [TUG, HURT, "It was dark there."]) == []


def test_what_a_text_tells_twice_has_not_moved() -> None:
    assert moved([LIGHT, TUG, LIGHT], [TUG, HURT]) == []


def test_neighbours_move_with_a_sentence_in_its_paragraph() -> None:
    both = f"{LIGHT} Why, he could not say."
    assert moved([both, TUG, HURT], [TUG, HURT, both]) == [(0, 2), (1, 3)]
