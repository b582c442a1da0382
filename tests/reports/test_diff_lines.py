from hypothesis import given
from hypothesis import strategies as st

from dedupe.reports.cells import columns, inert
from dedupe.reports.diff_lines import Token, marked, paint, tokens, wrapped
from tests.reports.made import TITLES


@given(TITLES)
def test_tokens_joined_are_the_text_made_inert(text: str) -> None:
    assert "".join(" " * token.spaced + token.text for token in tokens(text)).strip() == inert(text)


@given(TITLES, st.integers(4, 40))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrapped(tokens(text), width, colour=False)
    assert max(map(columns, lines), default=0) <= width
    assert "".join(lines).replace(" ", "") == inert(text).replace(" ", "")


def test_a_script_without_spaces_is_broken_before_no_closing_sign() -> None:
    assert wrapped(tokens("銀行は休みです。"), 6, colour=False) == ["銀行は", "休みで", "す。"]


def test_a_stretch_is_marked_at_its_two_ends() -> None:
    assert wrapped(marked(tokens("old words"), "[-", "-]"), 40, colour=False) == ["[-old words-]"]
    assert marked([], "[-", "-]") == []


def test_each_line_is_painted_by_itself() -> None:
    assert wrapped(tokens("one two", "31"), 4, colour=True) == ["\x1b[31mone\x1b[0m", "\x1b[31mtwo\x1b[0m"]
    assert wrapped([Token("a", "31"), Token("b"), Token("c", spaced=False)], 9, colour=True) == ["\x1b[31ma\x1b[0m bc"]


def test_only_what_wants_colour_is_painted() -> None:
    assert (paint("a", "31", colour=True), paint("a", "31", colour=False), paint("a", "", colour=True)) == (
        "\x1b[31ma\x1b[0m",
        "a",
        "a",
    )
