import pytest

from dedupe.diff.quotations import quotations, spoken
from tests.diff.made import conflicts, lacks


@pytest.mark.parametrize(
    "text",
    [
        "“We felt a bump,” she said.",
        'She said: "We felt a bump."',
        "She said: „We felt a bump“.",
        "« We felt a bump », she said.",
        "She said ‘we felt a bump’ twice.",
        "“We felt a bump",
        "We felt a bump,” she said.",
    ],
)
def test_a_quotation_is_found_in_any_marks(text: str) -> None:
    assert [mention.value for mention in quotations(text)] == [("we", "felt", "a", "bump")]


def test_a_word_in_marks_is_no_quotation() -> None:
    assert quotations("The “bump” was the captain's and the crew's") == []


def test_a_quotation_in_other_words_conflicts() -> None:
    left = "“We felt a bump and then nothing at all,” she said."
    assert conflicts(left, left.replace("bump", "blow")) == [
        ("quotation", "We felt a bump and then nothing at all", "We felt a blow and then nothing at all")
    ]


def test_a_quotation_in_other_marks_is_no_change() -> None:
    assert lacks("“We felt a bump,” said Orr.", "Orr said: ‘We felt a bump’.") == []


def test_words_that_the_other_story_has_unquoted_are_no_change() -> None:
    assert lacks("Orr said “we felt a bump” at dawn.", "Orr said we felt a bump at dawn.") == []


def test_a_quotation_of_one_side_is_its_own() -> None:
    assert lacks("The ship is lost.\n\n“We felt a bump,” one said.", "The ship is lost.") == [("quotation", "We felt a bump", "")]


def test_a_run_of_words_is_found_as_it_is() -> None:
    assert spoken(["a", "bump"]) in spoken(["we", "felt", "a", "bump?", ""])
    assert spoken(["bum"]) not in spoken(["a", "bump"])
