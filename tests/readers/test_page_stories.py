from dedupe.readers.page_roles import Role
from dedupe.readers.page_stories import groups_of
from tests.readers.pages import ENGLISH, LAYOUTS, laid_out


def titles(page: list[str]) -> list[str]:
    return [piece.line.text for group in groups_of(page) for piece in group if piece.role is Role.TITLE]


def test_each_story_has_one_title_at_most() -> None:
    for layout in LAYOUTS.values():
        for group in groups_of(laid_out(ENGLISH, layout, framed=True)):
            assert sum(piece.role is Role.TITLE for piece in group) <= 1


def test_the_lines_of_a_story_stand_in_order() -> None:
    for group in groups_of(laid_out(ENGLISH, LAYOUTS["label, title, byline, date, count, teaser"])):
        numbers = [piece.line.number for piece in group]
        assert numbers == sorted(numbers)


def test_a_line_too_long_for_a_title_is_text() -> None:
    (group,) = groups_of(["word " * 100])
    assert [piece.role for piece in group] == [Role.PARAGRAPH]


def test_the_heading_of_a_list_of_links_goes_with_them() -> None:
    page = laid_out(ENGLISH, LAYOUTS["title, date, text"])
    assert titles([*page, "Readers’ choice", "", *(item.title for item in ENGLISH[:4])]) == titles(page)
