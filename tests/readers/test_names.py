import pytest

from dedupe.readers.fields import Fields
from dedupe.readers.names import columns


@pytest.mark.parametrize("name", ["pubDate", "pub_date", "Pub Date", "PUBDATE", "date_publish", "publishedAt"])
def test_a_name_is_known_however_it_is_spelled(name: str) -> None:
    assert columns([name], Fields()).date == (name,)


def test_the_preferred_field_comes_first_whatever_the_order_of_the_record() -> None:
    assert columns(["description", "body", "text"], Fields()).text == ("text", "body", "description")
    assert columns(["link", "guid"], Fields()).id == ("guid", "link")


def test_a_named_field_is_taken_alone() -> None:
    held = columns(["text", "raw"], Fields(text="raw"))
    assert held.text == ("raw",)
    assert columns(["text"], Fields(text="raw")).text == ()


def test_a_named_field_is_found_in_another_spelling_only_where_there_is_none_in_its_own() -> None:
    assert columns(["RAW", "raw"], Fields(text="raw")).text == ("raw",)
    assert columns(["Raw Text"], Fields(text="raw_text")).text == ("Raw Text",)


def test_a_field_may_be_an_id_and_a_url() -> None:
    held = columns(["url", "title"], Fields())
    assert (held.id, held.url) == (("url",), ("url",))
