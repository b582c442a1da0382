from datetime import UTC, date, datetime
from typing import Any

import pytest

from dedupe.errors import ReadError
from dedupe.model import Origin, Skip, Story
from dedupe.readers.fields import Fields
from dedupe.readers.record import LONGEST, Records, check


def story(record: dict[str, Any], fields: Fields | None = None) -> Story:
    made = Records("dump", fields or Fields()).story(record, 3)
    assert isinstance(made, Story)
    return made


def test_a_record_of_a_crawler_becomes_a_story() -> None:
    record = {
        "guid": 71,
        "headline": " Ferry\n is late ",
        "maintext": "It left.\r\nAt last.",
        "date_publish": "2025-09-14 06:10:00",
        "source_domain": "northline.example",
        "url": "https://northline.example/71",
        "highlights": ["One", "Two"],
    }
    moment = datetime(2025, 9, 14, 6, 10, tzinfo=UTC)
    url = "https://northline.example/71"
    expected = Story("71", "Ferry is late", "It left.\nAt last.", ("One", "Two"), "northline.example", url, moment)
    assert story(record) == Story(*(getattr(expected, name) for name in Story.__slots__[:-1]), origin=Origin("dump", 3, 3))


def test_the_next_field_stands_in_for_an_empty_one() -> None:
    assert story({"content": None, "description": "It left.", "text": " "}).body == "It left."
    assert story({"title": "T", "published": "soon", "date": None, "created": date(2025, 9, 14)}).published == datetime(
        2025, 9, 14, tzinfo=UTC
    )


def test_a_text_that_is_a_list_joins_as_paragraphs() -> None:
    assert story({"text": ["One.", "Two."]}).body == "One.\n\nTwo."


def test_a_cut_text_is_truncated() -> None:
    cut = story({"text": "The ferry left… [+123 chars]"})
    assert (cut.body, cut.truncated) == ("The ferry left…", True)
    assert story({"text": "The ferry left", "truncated": True}).truncated
    assert not story({"text": "The ferry left."}).truncated


def test_a_summary_in_one_piece_is_the_text_only_where_there_is_no_other() -> None:
    alone = story({"title": "T", "summary": "It left."})
    assert (alone.body, alone.summary) == ("It left.", ())
    assert story({"text": "Long.", "summary": "Short."}).body == "Long."
    assert story({"title": "T", "text": "", "summary": ["One"]}).body == ""


def test_a_story_without_an_id_is_named_by_where_it_stands() -> None:
    records = Records("dump", Fields())
    names = [made.id for line in (4, 4, 5) if isinstance(made := records.story({"text": "It left."}, line), Story)]
    assert names == ["dump:4", "dump:4#2", "dump:5"]


@pytest.mark.parametrize(("value", "reason"), [([1], "is a list"), (None, "is null"), ("a", "is a text"), (2, "is a number")])
def test_what_is_no_object_is_skipped(value: object, reason: str) -> None:
    assert Records("dump", Fields()).story(value, 2, 4) == Skip(Origin("dump", 2, 4), f"{reason}, not an object")


def test_a_record_without_title_and_text_is_skipped() -> None:
    skip = Records("dump", Fields()).story({"id": 1, "title": "  ", "text": None}, 2)
    assert skip == Skip(Origin("dump", 2, 2), 'no "title" or "text"; each record needs one')


def test_a_story_longer_than_any_is_skipped() -> None:
    skip = Records("dump", Fields()).story({"text": "x" * (LONGEST + 1)}, 1)
    assert isinstance(skip, Skip)
    assert "no story is that long" in skip.reason


def test_a_named_field_replaces_the_known_ones() -> None:
    assert story({"text": "no", "raw": "yes"}, Fields(text="raw")).body == "yes"
    assert story({"text": "no", "title": "T"}, Fields(text="raw")).body == ""


def test_a_named_field_that_never_turns_up_is_an_error_that_names_those_found() -> None:
    records = Records("dump", Fields(text="raw"))
    with pytest.raises(ReadError, match='dump: no field "raw"; found: title, id'):
        _ = [records.story({"title": "T", "id": 1}, line) for line in range(1, 1000)]
    few = Records("dump", Fields(text="raw"))
    few.story({"title": "T"}, 1)
    with pytest.raises(ReadError, match="found: title"):
        few.finish()


def test_a_named_field_may_be_missing_from_some_records() -> None:
    records = Records("dump", Fields(text="raw"))
    records.story({"title": "T"}, 1)
    records.story({"title": "T", "raw": "It left."}, 2)
    records.finish()


def test_a_table_needs_a_column_with_the_text() -> None:
    with pytest.raises(ReadError, match="no column holds the text; found: id, title; name one with --text-field"):
        check(["id", "title"], "dump", Fields())
    with pytest.raises(ReadError, match='no field "when"'):
        check(["text"], "dump", Fields(date="when"))
    assert check(["Body"], "dump", Fields()).text == ("Body",)
