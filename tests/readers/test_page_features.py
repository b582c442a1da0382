import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.readers.page_features import SIZES, Echo, features, width_of
from dedupe.readers.page_kinds import Kind
from dedupe.readers.page_lines import solid_lines
from tests.readers.pages import ENGLISH
from tests.strategies import TEXTS, law

KIND, REPEATS, ECHO = 0, 4, 6


@given(st.lists(TEXTS, max_size=20))
@law
def test_every_feature_stays_within_its_size(page: list[str]) -> None:
    found = features(solid_lines(page))
    assert found.shape[1] == len(SIZES)
    assert (found >= 0).all()
    assert (found < np.array(SIZES)).all()


@pytest.mark.parametrize(
    ("text", "width"), [("Fog", 0), ("Ferry sails again", 1), ("渡轮停航三周后恢复通航", 2), ("word " * 60, 8)]
)
def test_a_width_counts_words_and_characters_where_there_are_none(text: str, width: int) -> None:
    assert width_of(text) == width


def test_lines_that_repeat_are_counted_whatever_marks_stand_around_them() -> None:
    found = features(solid_lines(["Maren Tofte", ENGLISH[0].title, "Maren Tofte -", ENGLISH[1].title, "MAREN TOFTE"]))
    assert found[:, REPEATS].tolist() == [2, 0, 2, 0, 2]


def test_a_line_named_in_the_call_to_read_on_echoes() -> None:
    page = [ENGLISH[0].title, ENGLISH[0].text[0], f"Continue reading: {ENGLISH[0].title}"]
    assert features(solid_lines(page))[0, ECHO] == Echo.NAMED


def test_a_chance_call_to_read_on_is_text_where_the_page_has_its_own() -> None:
    page = [line for item in ENGLISH for line in (item.title, item.text[0], "Read more")]
    kinds = features(solid_lines([*page, "Details", ENGLISH[0].text[1]]))[:, KIND]
    assert kinds.tolist().count(Kind.MORE) == len(ENGLISH)
    assert features(solid_lines(["Details", ENGLISH[0].text[1]]))[0, KIND] == Kind.MORE
