from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.normalise import SHORT, clean, is_stub, normalise
from tests.strategies import PIECES, TEXTS, law, tale

MARKUP = (
    *(
        "<p>",
        "</p>",
        "<br/>",
        "<b>",
        "<script>",
        "x()</script>",
        "<!-- ad -->",
        "<TTX>",
        "<",
        ">",
        "&amp;",
        "&lt;",
        "&gt;",
        "&nbsp;",
    ),
    *(
        "[embed]",
        "[caption id=1]",
        "[…] [+12 chars]",
        "Read more",
        "By Ann Lee\n",
        "LORNE, May 3 (AP) - ",
        "The post A appeared first on B",
    ),
    *("3 min read", "-\n", "\n", "\n\n", "a long line of which there are two in one text, kept once\n", ". "),
)
PAGES = st.lists(st.sampled_from(PIECES + MARKUP), max_size=30).map("".join) | TEXTS
BODY = tale(1)
OPENING = "The harbour of Lorne stays shut until Monday, the mayor said."


@law
@given(PAGES)
def test_cleaning_twice_is_cleaning_once(page: str) -> None:
    assert clean(clean(page)) == clean(page)


@law
@given(PAGES, PAGES)
def test_normalising_twice_is_normalising_once_where_the_body_stands_alone(title: str, page: str) -> None:
    once = normalise(title, BODY + "\n\n" + page)
    assert normalise(title, once) == once


@law
@given(st.integers(0, 99))
def test_markup_and_entities_however_often_escaped_change_nothing(seed: int) -> None:
    body = tale(seed)
    page = "".join(f"<p class='x'>{part}</p>" for part in body.split("\n\n"))
    assert clean(body) == clean(page) == clean(escape(page)) == clean(escape(escape(page)))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ﬁve ofﬁces Ａ１", "five offices A1"),
        ("Cafe\u0301", "Café"),
        ("the Кremlin аnd NАТО", "the Kremlin and NATO"),
        ("two\u00a0words\u3000and\u2009more", "two words and more"),
        ("R&amp;amp;D at <TTX> rose", "R&D at <TTX> rose"),
        ("one<br>two", "one\ntwo"),
        ("It ended.\n\nRead more »", "It ended."),
        ("It ended.\nThe post Ferry aground appeared first on Lorne Post", "It ended."),
        ("[embedpost slug=x]It ended.", "It ended."),
        ("LORNE, May 3 (Reuters) - It ended.", "It ended."),
        ("By Ann Lee, Port Correspondent\nIt ended.", "It ended."),
        ("It went on and on… [+1204 chars]", "It went on and on"),
    ],
)
def test_what_is_no_text_goes_and_typography_is_folded(written: str, read: str) -> None:
    assert clean(written) == read


def test_hard_wrapped_lines_are_joined_and_broken_words_made_whole() -> None:
    wrapped = (
        "The harbour of Lorne stays shut until the end of the month\nbecause a dredger has to clear the sand, the har-\nbour "
    )
    wrapped += "master said on Monday after a meeting with the bakers\nof the old town, who had asked for it."
    assert clean(wrapped) == wrapped.replace("har-\nbour", "harbour").replace("\n", " ")


def test_lines_of_their_own_stay_lines() -> None:
    assert clean("One ended here.\nTwo ended here.\nThree ended here.").count("\n") == 2


def test_a_long_paragraph_is_kept_once_and_a_short_one_as_often_as_it_stands() -> None:
    assert clean(f"{OPENING}\n\nYes.\n\n{OPENING}\n\nYes.") == f"{OPENING}\nYes.\nYes."


def test_the_title_stands_before_a_short_body_only() -> None:
    words = ["word"] * SHORT
    assert normalise("Title", " ".join(words[1:])).startswith("Title\nword")
    assert normalise("Title", " ".join(words)) == " ".join(words)


def test_characters_are_the_words_of_a_script_without_spaces() -> None:
    assert normalise("港口", "字" * (SHORT - 1)).startswith("港口\n")
    assert normalise("港口", "字" * SHORT) == "字" * SHORT


@pytest.mark.parametrize("body", ["Blah blah blah.", "N/A", "Text text, TEXT! more", "暂无"])
def test_one_to_three_distinct_words_are_a_stub(body: str) -> None:
    assert is_stub(body)


@pytest.mark.parametrize("body", ["", "...", "Four words stand here", OPENING, "same " * 2000])
def test_nothing_at_all_or_more_words_are_no_stub(body: str) -> None:
    assert not is_stub(body)
