from dedupe.diff import FactKind, Side, compare
from tests.diff.made import LEFT, RIGHT, between, conflicts, lacks


def test_conflicts_come_first_then_what_is_left_out_then_what_each_side_adds() -> None:
    facts = compare(LEFT, RIGHT).facts
    assert [(fact.kind, fact.is_conflict, fact.only) for fact in facts] == [
        (FactKind.NEGATION, True, None),
        (FactKind.NUMBER, True, None),
        (FactKind.QUOTATION, False, Side.LEFT),
    ]


def test_a_fact_knows_the_sentence_that_it_stands_in() -> None:
    fact = compare(LEFT, RIGHT).facts[1]
    assert fact.left_sentence == "The coast guard took 12 people to hospital in Port Amsel."
    assert fact.right_sentence == "The coast guard took 14 people to hospital in Port Amsel."


def test_a_fact_is_told_once_however_often_the_stories_tell_it() -> None:
    left, right = "The crew took 12 people ashore.", "The crew took 14 people ashore."
    more = "Later the crew took 12 people ashore again.", "Later the crew took 14 people ashore again."
    assert conflicts(f"{left}\n\n{more[0]}", f"{right}\n\n{more[1]}") == [("number", "12", "14")]


def test_a_number_in_a_conflict_is_not_told_again_as_missing() -> None:
    left, right = "The crew took 12 people ashore.", "The crew took 14 people ashore.\n\nThe 14 are well."
    assert lacks(left, right) == []


def test_what_a_story_states_anywhere_it_does_not_lack() -> None:
    left = "The crew took 84 people ashore by boat.\n\nThe light failed."
    assert lacks(left, "The crew took people ashore by boat.\n\nThe light failed on all 84.") == []


def test_a_moved_sentence_still_tells_its_facts() -> None:
    first, second, third = (
        "The tug left at dawn with divers.",
        "All was dark on the cape that night.",
        "The crew took 12 people ashore.",
    )
    assert conflicts(f"{first}\n\n{second}\n\n{third}", f"{third.replace('12', '14')}\n\n{first}\n\n{second}") == [
        ("number", "12", "14")
    ]


def test_sentences_in_the_same_words_have_no_facts() -> None:
    text = "No one of 12 was hurt on Monday, Ada Orr said: “It was as calm as a pond.”"
    assert between(text, f"{text}\n\nThat is all.").facts == ()
