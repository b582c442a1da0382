import pytest

from dedupe.diff import FactKind, Side, compare
from dedupe.diff.figures import Stated, figures
from dedupe.diff.headline import Sentence, contradictions
from tests.diff.made import told

BODY = "In Amsel, 221 soldiers were killed in the fight for the bridge, a spokesman said. The rest fled."


def found(title: str, body: str = BODY, other: str = "") -> list[tuple[str, str]]:
    sentences = [Sentence(body, "")]
    return [(c.headline, c.text) for c in contradictions(title, sentences, Stated(figures(body)), Stated(figures(other)))]


def test_a_headline_whose_number_its_own_text_contradicts_is_found() -> None:
    assert found("100 soldiers killed at bridge") == [("100", "221")]


@pytest.mark.parametrize(
    "title",
    [
        "221 soldiers killed at bridge",
        "Hundreds of soldiers killed at bridge",
        "220 soldiers killed at bridge",
        "Soldiers killed",
    ],
)
def test_a_headline_may_state_round_or_leave_out_the_number(title: str) -> None:
    assert found(title) == []


def test_a_number_that_counts_something_else_is_no_contradiction() -> None:
    assert found("Bridge of Amsel is 100 years old") == []


def test_a_number_that_the_other_story_states_is_no_contradiction() -> None:
    assert found("100 soldiers killed at bridge", other="The town counts 100 dead.") == []


def test_the_fact_names_both_numbers_and_the_side() -> None:
    right = told(BODY, "100 soldiers killed at bridge")
    (fact,) = [fact for fact in compare(told(BODY), right).facts if fact.kind is FactKind.HEADLINE]
    assert (fact.right, fact.only) == ("100, but 221 in its text", Side.RIGHT)
    assert fact.right_sentence.startswith("In Amsel, 221 soldiers")
