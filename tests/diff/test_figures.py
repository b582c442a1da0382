import pytest

from dedupe.diff.figures import Stated, agree, differ, figures
from dedupe.diff.mention import Mention


def one(text: str) -> Mention:
    (mention,) = figures(text)
    return mention


def test_digits_of_a_date_are_no_number() -> None:
    assert [(m.kind.value, m.text) for m in figures("On 3 May 2021 at 6:30 am 12 boats left")] == [
        ("date", "3 May 2021"),
        ("time", "6:30 am"),
        ("number", "12"),
    ]


@pytest.mark.parametrize(
    ("left", "right"), [("twelve", "12"), ("1,100", "1100"), ("3 May", "May 3, 2021"), ("7 pm", "19:00"), ("dozens", "40")]
)
def test_two_ways_of_writing_one_figure_agree(left: str, right: str) -> None:
    assert agree(one(left), one(right))
    assert not differ(one(left), one(right))


@pytest.mark.parametrize(("left", "right"), [("12", "14"), ("3 May", "4 May"), ("7 pm", "8 pm"), ("10%", "$10")])
def test_two_figures_of_a_kind_differ(left: str, right: str) -> None:
    assert differ(one(left), one(right))


@pytest.mark.parametrize(("left", "right"), [("12", "7 pm"), ("Monday", "2021"), ("Monday", "3 May")])
def test_figures_of_other_kinds_neither_agree_nor_differ(left: str, right: str) -> None:
    assert not agree(one(left), one(right))
    assert not differ(one(left), one(right))


@pytest.mark.parametrize(
    ("text", "is_stated"),
    [("1100", True), ("1200", False), ("hundreds", True), ("May 2021", True), ("4 May", False), ("19:03", True), ("7:04", False)],
)
def test_a_story_states_a_figure_in_any_of_its_forms(text: str, is_stated: bool) -> None:
    stated = Stated(figures("On 3 May 2021 at 7:03 pm 1,100 men and 300 women left."))
    assert (one(text) in stated) == is_stated
