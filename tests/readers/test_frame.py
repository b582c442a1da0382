from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pytest

from dedupe.errors import ReadError
from dedupe.model import Skip, Story
from dedupe.readers import Fields, of_frame


def told(columns: dict[str, Any], fields: Fields | None = None) -> list[Story | Skip]:
    return list(of_frame(pa.RecordBatch.from_pydict(columns), fields or Fields()).records())


def test_columns_are_known_by_the_names_that_dumps_give_them() -> None:
    day = datetime(2026, 3, 4, tzinfo=UTC)
    (story,) = told({"Article ID": [7], "headline": ["A"], "maintext": ["B"], "pub_date": [day], "domain": ["C"], "nr": [1]})
    assert story == Story("7", "A", "B", source="C", published=day)


def test_columns_that_were_named_are_taken() -> None:
    fields = Fields(id="nr", text="tekst")
    assert told({"id": ["x"], "nr": ["y"], "tekst": ["B"]}, fields) == [Story("y", "", "B")]


def test_a_row_without_an_id_or_a_text_is_skipped() -> None:
    columns = {"id": ["x", None, " ", "y"], "text": ["A", "B", "C", None]}
    story, *skips = told(columns)
    assert story == Story("x", "", "A")
    nameless = 'has no "id"; each row of a data frame needs one'
    assert [skip.reason for skip in skips if isinstance(skip, Skip)] == [
        nameless,
        nameless,
        'no "title" or "text"; each record needs one',
    ]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"text": ["A"], "nr": ["x"]}, 'the data frame needs a column "id" that names its stories; found: text, nr'),
        ({"id": ["x"], "nr": ["A"]}, "the data frame: no column holds the text; found: id, nr"),
    ],
)
def test_a_frame_without_an_id_or_a_text_names_its_columns(columns: dict[str, Any], reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        told(columns)


def test_an_empty_frame_holds_no_story() -> None:
    assert told({"id": pa.array([], pa.string()), "text": pa.array([], pa.string())}) == []
