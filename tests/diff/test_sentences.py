import pytest
from hypothesis import given

from dedupe.diff.result import Part
from dedupe.diff.sentences import LONGEST, paragraphs, sentences, sentences_of
from dedupe.model import Story
from tests.diff.made import ANY
from tests.strategies import law


@law
@given(ANY)
def test_the_sentences_of_a_paragraph_joined_are_the_paragraph(text: str) -> None:
    assert "".join(sentence.text for sentence in sentences([text])) == text


@law
@given(ANY)
def test_no_sentence_is_too_long_to_compare(text: str) -> None:
    assert all(len(sentence.words) <= LONGEST for sentence in sentences([text * 9]))


@pytest.mark.parametrize(
    "marked",
    [
        "He left. |She stayed.",
        "Mr. Orr met Gen. Vale on Sept. 5 in St. Amsel. |Nobody came.",
        "“It is over.” |The crowd went home.",
        "Sie kam am 12. Juni mit 4.5 Knoten.",
        "Is it? |No! |Well… |Yes.",
        "船が沈んだ。|二人が死んだ。",
        "The U.S. sent ships. |It rained.",
    ],
)
def test_a_text_is_cut_where_a_sentence_ends(marked: str) -> None:
    assert [sentence.text for sentence in sentences([marked.replace("|", "")])] == marked.split("|")


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("One.\n\nTwo.\n \nThree.", ["One.", "Two.", "Three."]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("A line that was broken by a page that is only so wide\nand goes on here.", 1),
        ("\r\n One \r\n\r\n", ["One"]),
        ("", []),
    ],
)
def test_paragraphs_are_parted_by_blank_lines_or_by_lines_that_end(body: str, parts: list[str] | int) -> None:
    assert paragraphs(body) == parts or len(paragraphs(body)) == parts


def test_each_part_of_a_story_has_its_sentences() -> None:
    story = Story("1", " A title. Of two ", "One. Two.", ("First bullet", " ", "second"))
    told = {part: [(s.paragraph, s.text) for s in sentences_of(story, part)] for part in Part}
    assert told == {
        Part.TITLE: [(0, "A title. Of two")],
        Part.SUMMARY: [(0, "First bullet"), (1, "second")],
        Part.BODY: [(0, "One. "), (0, "Two.")],
    }


def test_a_word_put_into_an_overlong_sentence_moves_no_other_cut() -> None:
    long = [f"w{n}" for n in range(600)]
    pieces = [s.key for s in sentences([" ".join(long)])]
    again = [s.key for s in sentences([" ".join([*long[:300], "new", *long[300:]])])]
    assert len(set(pieces) - set(again)) <= 3
