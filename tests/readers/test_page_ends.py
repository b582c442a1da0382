import pytest

from dedupe.readers.page_ends import End, end_of, tail_of, uncut

LEAD = "The ferry between Port Amsel and the islands sailed again on Monday after"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Ferry sails again", End.OPEN),
        ("The ferry sailed again.", End.PERIOD),
        ("“The ferry sailed again.”", End.PERIOD),
        ("渡轮恢复通航。", End.PERIOD),
        ("Will the ferry sail?", End.MARK),
        ("The ferry sails from:", End.OTHER),
        ("The ferry sailed …", End.ELLIPSIS),
        ("The ferry sailed [...]", End.ELLIPSIS),
        ("The ferry sailed … Read more", End.TAIL),
        ("", End.OPEN),
    ],
)
def test_how_a_line_ends(text: str, end: End) -> None:
    assert end_of(text) is end


@pytest.mark.parametrize("mark", ["…", " …", "...", " [...]", " […]", "……", " … Read more", "… Weiterlesen »", "… Devamını oku"])
def test_the_mark_of_a_cut_goes(mark: str) -> None:
    assert uncut(LEAD + mark, teaser=False) == (LEAD, True)


def test_a_call_to_read_on_in_an_unknown_language_goes_from_a_teaser_only() -> None:
    assert uncut(f"{LEAD} … Zmuk brelat", teaser=True) == (LEAD, True)
    assert uncut(f"{LEAD} … and then", teaser=False) == (f"{LEAD} … and then", False)


def test_a_whole_text_stays_as_it_is() -> None:
    assert uncut(f"{LEAD} three weeks.", teaser=True) == (f"{LEAD} three weeks.", False)
    assert uncut("", teaser=True) == ("", False)


def test_a_call_to_read_on_behind_a_whole_sentence_is_no_cut() -> None:
    text = f"{LEAD} three weeks. Continue reading"
    assert tail_of(text) == "Continue reading"
    assert uncut(text, teaser=False) == (f"{LEAD} three weeks.", False)
