import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.reports.html import foreign
from tests.reports.made import TITLES, story


@given(TITLES)
def test_text_has_no_markup_and_fits_any_encoding(title: str) -> None:
    assert not set('<>"\n') & set(foreign.text(title))
    foreign.text(title).encode()


@given(TITLES)
def test_data_is_json_that_ends_no_script(title: str) -> None:
    assert "<" not in foreign.data([title])
    assert json.loads(foreign.data([title])) == [title]
    foreign.data([title]).encode()


@given(st.text())
def test_running_text_keeps_its_lines(text: str) -> None:
    assert foreign.running(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//x.example", "file:///etc/passwd", "http://", "https://[", "x", "http:\x01//x"],
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    assert foreign.link(url) == ""


def test_an_address_of_the_web_is_a_link() -> None:
    assert foreign.link(" https://post.example/a?b=1 ") == "https://post.example/a?b=1"


@pytest.mark.parametrize(
    ("source", "url", "name"),
    [("The Post", "", "The Post"), ("", "https://www.post.example/a", "post.example"), ("", "javascript:x", foreign.NAMELESS)],
)
def test_a_source_is_its_name_or_the_host_of_its_address(source: str, url: str, name: str) -> None:
    assert foreign.source(story(1, "x", source=source, url=url)) == name
