import inspect
import json
from datetime import UTC, datetime

from hypothesis import given

from dedupe.diff import compare
from dedupe.diff.sentences import paragraphs
from dedupe.model import Story
from dedupe.reports import diff_json
from tests.diff.made import ANY, LEFT, RIGHT, edited, told
from tests.strategies import STORIES, law

OLD, NEW = Story("f1", "", "Some 12 were hurt."), Story("f2", "", "Some 14 were hurt.")


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    sample = inspect.cleandoc(diff_json.__doc__ or "")
    assert [line for line in diff_json.render(compare(OLD, NEW)).splitlines() if line not in sample] == []


@law
@given(edited())
def test_its_spans_give_both_stories(texts: tuple[str, str]) -> None:
    read = json.loads(diff_json.render(compare(told(texts[0]), told(texts[1]))))
    for side, other, text in (("left", "right", texts[0]), ("right", "left", texts[1])):
        spans = [span[side] for block in read["blocks"] if block["side"] != other for span in block["spans"]]
        assert "".join(spans) == "".join(paragraphs(text))


@law
@given(STORIES, STORIES)
def test_any_two_stories_are_one_valid_object_with_sorted_names(left: Story, right: Story) -> None:
    text = diff_json.render(compare(left, right))
    read = json.loads(text)
    assert [*read] == sorted(read)
    assert read["left"]["id"] == left.id
    assert "\x1b" not in text


@given(ANY)
def test_equal_stories_have_no_facts_and_no_changes(text: str) -> None:
    read = json.loads(diff_json.render(compare(told(text), told(text))))
    assert {block["kind"] for block in read["blocks"]} <= {"equal"}
    assert (read["facts"], read["counts"]["moves"]) == ([], 0)


def test_a_fact_says_whether_it_is_a_conflict_and_whose_it_is() -> None:
    facts = json.loads(diff_json.render(compare(LEFT, RIGHT)))["facts"]
    assert [(fact["kind"], fact["conflict"], fact["only"]) for fact in facts] == [
        ("negation", True, None),
        ("number", True, None),
        ("quotation", False, "left"),
    ]


def test_a_story_is_named_with_its_place_and_time() -> None:
    dated = Story("p1", "t", "a", published=datetime(2026, 3, 4, 12, tzinfo=UTC))
    read = json.loads(diff_json.render(compare(dated, RIGHT)))
    assert read["left"]["published"] == "2026-03-04T12:00:00+00:00"
    assert (read["right"]["path"], read["right"]["line"], read["right"]["published"]) == ("page.txt", 80, None)
