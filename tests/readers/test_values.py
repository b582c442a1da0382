import pytest

from dedupe.readers.values import points_of, text_of, uncut


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" a ", "a"),
        (12, "12"),
        (12.0, "12"),
        (float("nan"), ""),
        (None, ""),
        (True, ""),
        (["one", None, "two"], "one\n\ntwo"),
        ({"rendered": "inner"}, "inner"),
        ({"id": None, "name": "Northline"}, "Northline"),
        ({"$oid": "5f"}, "5f"),
        ([{"type": "text/plain", "value": "from a feed"}], "from a feed"),
        ({}, ""),
        (b"bytes \xff", "bytes \ufffd"),
    ],
)
def test_every_value_has_a_text(value: object, text: str) -> None:
    assert text_of(value) == text


def test_bullets_are_the_parts_of_a_list_or_the_lines_of_a_text() -> None:
    assert points_of(["• One", " ", "Two"]) == ("One", "Two")
    assert points_of("- One\n- Two") == ("One", "Two")


@pytest.mark.parametrize("end", ["…", "...", "[…]", "[...]", "[&hellip;]", "&#8230;"])
def test_a_text_that_ends_in_an_ellipsis_was_cut(end: str) -> None:
    assert uncut(f"The ferry {end}") == (f"The ferry {end}", True)


def test_the_count_of_what_was_cut_is_no_part_of_the_text() -> None:
    assert uncut("The ferry left… [+1234 chars]") == ("The ferry left…", True)


@pytest.mark.parametrize("text", ["", "It left.", "He said … and went.", "See [1]", "the end;", "[+12 chars] were cut."])
def test_a_text_that_ends_otherwise_was_not_cut(text: str) -> None:
    assert uncut(text) == (text, False)
