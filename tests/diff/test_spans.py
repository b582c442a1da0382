from hypothesis import given

from dedupe.diff.result import Kind, Span
from dedupe.diff.spans import joined, one_sided, spans
from dedupe.diff.wording import words
from tests.diff.made import ANY
from tests.strategies import law


def shown(left: str, right: str) -> str:
    """Return spans as git's word diff has them."""
    marks = {
        Kind.EQUAL: "{1}",
        Kind.DELETE: "[-{0}-]",
        Kind.INSERT: "{{+{1}+}}",
        Kind.REPLACE: "[-{0}-]{{+{1}+}}",
    }
    return "".join(marks[s.kind].format(s.left, s.right) for s in spans(words(left), words(right)))


@law
@given(ANY, ANY)
def test_the_spans_of_each_side_joined_are_that_side(left: str, right: str) -> None:
    found = spans(words(left), words(right))
    assert ("".join(s.left for s in found), "".join(s.right for s in found)) == (left, right)
    assert (sum(s.left_words for s in found), sum(s.right_words for s in found)) == (len(words(left)), len(words(right)))


def test_a_word_exchanged_is_one_replacement() -> None:
    assert shown("They took 12 people away", "They took 14 people away") == "They took [-12 -]{+14 +}people away"


def test_typography_is_equal_and_keeps_both_sides() -> None:
    (span,) = spans(words('a "no"'), words("a “no”"))
    assert (span.kind, span.left, span.right) == (Kind.EQUAL, 'a "no"', "a “no”")


def test_a_short_word_between_two_changes_is_part_of_them() -> None:
    left, right = (
        "Then red ships came in after long nights to the harbour",
        "Then two boats went in with dead engines to the harbour",
    )
    assert shown(left, right) == (
        "Then [-red ships came in after long nights -]{+two boats went in with dead engines +}to the harbour"
    )


def test_passages_with_hardly_a_word_in_common_are_shown_whole() -> None:
    assert shown("The tug freed a ferry today", "Bakers won a case in court") == (
        "[-The tug freed a ferry today-]{+Bakers won a case in court+}"
    )


def test_a_span_of_one_side_has_no_words_on_the_other() -> None:
    assert one_sided(words("a b"), Kind.DELETE) == Span(Kind.DELETE, "a b", "", 2, 0)
    assert one_sided(words("a b"), Kind.INSERT) == Span(Kind.INSERT, "", "a b", 0, 2)


def test_neighbours_of_one_kind_are_joined() -> None:
    parts = [Span(Kind.EQUAL, "a ", "a ", 1, 1), Span(Kind.EQUAL, "b", "B", 1, 1), Span(Kind.DELETE, "c", "", 1, 0)]
    assert joined(parts) == (Span(Kind.EQUAL, "a b", "a B", 2, 2), parts[2])
