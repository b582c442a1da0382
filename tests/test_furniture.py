import pytest

from dedupe.furniture import LONGEST, is_furniture
from tests.strategies import tale

WALL = "We value your privacy. Accept all cookies or manage your choices to go on."
TITLES = ["Ferry aground off Port Amsel", "Bakers win early bread", "Canal wall bursts at Ostrel", "Rate stays at four percent"]


@pytest.mark.parametrize("body", [WALL, "Page not found", "Blah blah blah.", "请启用浏览器脚本后继续阅读"])
def test_a_body_under_titles_of_which_it_says_nothing_is_furniture(body: str) -> None:
    assert is_furniture(body, TITLES)


def test_one_story_under_two_headlines_is_none() -> None:
    body = "The ferry Halina ran aground off Port Amsel on Sunday; bakers on board sold bread to the crew."
    assert not is_furniture(body, ["Ferry aground off Port Amsel", "Halina ferry runs aground"])


def test_a_story_posted_again_under_new_headlines_of_the_same_words_is_none() -> None:
    assert not is_furniture(tale(1), ["Markets close mixed today", "Markets close mixed", "Today markets close mixed"])


@pytest.mark.parametrize("titles", [[], ["Ferry aground"], ["Ferry aground"] * 3, ["", "?", "!"]])
def test_fewer_than_two_titles_say_nothing_about_a_body(titles: list[str]) -> None:
    assert not is_furniture(WALL, titles)


def test_the_order_of_the_titles_changes_nothing() -> None:
    many = [tale(seed, 1) for seed in range(120)]
    assert is_furniture(WALL, many) == is_furniture(WALL, many[::-1])
    assert len(WALL) < LONGEST
