from dedupe.diff import Counts, Diff, Fact, FactKind, Side
from tests.diff.made import LEFT, RIGHT, between


def fact(left: str, right: str, left_sentence: str, right_sentence: str, kind: FactKind = FactKind.NUMBER) -> Fact:
    return Fact(kind, left, right, left_sentence, right_sentence)


def test_a_fact_that_both_state_is_a_conflict() -> None:
    both = fact("12", "14", "12 hurt", "14 hurt")
    assert (both.is_conflict, both.only) == (True, None)


def test_a_fact_that_one_leaves_out_of_the_same_sentence_is_nobodys_alone() -> None:
    lacking = fact("12", "", "12 were hurt", "Some were hurt")
    assert (lacking.is_conflict, lacking.only) == (False, None)


def test_a_fact_in_a_sentence_of_one_side_is_its_own() -> None:
    assert fact("12", "", "12 hurt", "").only is Side.LEFT
    assert fact("", "12", "", "12 hurt").only is Side.RIGHT


def test_a_headline_against_its_own_text_is_a_conflict_of_one_side() -> None:
    own = fact("10, but 12 in its text", "", "12 were hurt", "", FactKind.HEADLINE)
    assert (own.is_conflict, own.only) == (True, Side.LEFT)


def test_a_diff_is_empty_where_nothing_changed_or_moved() -> None:
    assert Diff(LEFT, RIGHT, (), Counts(), ()).is_empty
    assert not between("A tug came at dawn today.\n\nAll was well on the ferry.", "All was well on the ferry.").is_empty
