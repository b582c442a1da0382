import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from dedupe.model import Origin, Story
from dedupe.reports import cells
from tests.reports.made import TITLES

DANGEROUS = ("Cc", "Cs", "Zl", "Zp")


@given(TITLES)
def test_no_text_holds_what_a_terminal_would_obey(text: str) -> None:
    shown = cells.inert(text)
    assert not any(
        unicodedata.category(c) in DANGEROUS or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" for c in shown
    )
    assert wcswidth(shown) >= 0


@given(TITLES)
def test_inert_twice_is_inert_once(text: str) -> None:
    assert cells.inert(cells.inert(text)) == cells.inert(text)


@pytest.mark.parametrize("text", ["Zürich: “nein” – 5 %", "中央銀行", "می‌خواهم", "👩‍👩‍👧 family", "עברית"])
def test_a_harmless_title_stays_as_it_is(text: str) -> None:
    assert cells.inert(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a␛[31mred"),
        ("a\n\tb", "a b"),
        ("a\u200bb", "ab"),
        ("a\u202eb", "ab"),
        ("a\x9bb", "a\ufffdb"),
        ("a\u00a0b", "a b"),
    ],
)
def test_a_control_character_becomes_its_picture(text: str, shown: str) -> None:
    assert cells.inert(text) == shown


@given(TITLES, st.integers(1, 60))
def test_a_cut_text_fits_and_begins_as_the_whole(text: str, limit: int) -> None:
    whole = cells.inert(text)
    cut = cells.cut(whole, limit)
    assert cells.columns(cut) <= limit
    assert cut == whole or whole.startswith(cut.removesuffix("…"))


@given(st.text("ab/中é.", max_size=60), st.integers(1, 99999), st.integers(4, 40))
def test_a_place_fits_and_keeps_its_end(path: str, line: int, limit: int) -> None:
    shown = cells.place(Origin(path, line), limit)
    assert cells.columns(shown) <= limit
    assert f"{path}:{line}".endswith(shown.lstrip("…/"))


def test_a_long_path_gives_up_its_first_folders() -> None:
    assert cells.place(Origin("archive/2025/november/page.txt", 12), 24) == "…/november/page.txt:12"


@pytest.mark.parametrize(
    ("body", "length"),
    [("", 0), ("One, two.", 2), ("the state-owned firm’s 1,200 jobs", 5), ("中央銀行", 4), ("GDP は 3.5 %", 3), ("Straße", 1)],
)
def test_length_counts_words_and_unspaced_characters(body: str, length: int) -> None:
    assert cells.words(Story("1", "", body)) == length


@pytest.mark.parametrize(("share", "text"), [(0.0, "0%"), (0.784, "78%"), (0.9999, "99%"), (1.0, "100%")])
def test_only_the_whole_is_100_percent(share: float, text: str) -> None:
    assert cells.percent(share) == text


def test_a_story_without_a_title_says_so() -> None:
    assert cells.title(Story("1", " \n", "")) == "(no title)"


def test_one_is_singular() -> None:
    assert [cells.counted(n, "story", "stories") for n in (0, 1, 1200)] == ["0 stories", "1 story", "1,200 stories"]
