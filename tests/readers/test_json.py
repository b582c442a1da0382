import json
from pathlib import Path

import pytest

from dedupe.readers import read
from tests.readers.made import Record, given, in_lines, records, skips, stories, told, written

THREE = records(3)
SHAPES = {
    "an array": json.dumps(THREE),
    "an array in many lines": json.dumps(THREE, indent=2),
    "a record a line": "[\n" + ",\n".join(map(json.dumps, THREE)) + "\n]\n",
    "a record a line, brackets beside": "[" + ",\n".join(map(json.dumps, THREE)) + "]\n",
    "an object around": json.dumps({"status": "ok", "articles": THREE}),
    "a feed": json.dumps({"title": "Northline", "description": "News", "items": THREE}, indent=1),
    "objects around": json.dumps({"response": {"total": 3, "docs": THREE}}, indent=1),
    "lines": in_lines(THREE).decode(),
    "values in many lines": "\n".join(json.dumps(record, indent=1) for record in THREE),
    "pages of an interface": "\n".join(json.dumps({"articles": part}) for part in (THREE[:2], THREE[2:])),
    "Python's NaN": json.dumps([{**record, "score": float("nan")} for record in THREE], indent=1),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_records_are_found_in_every_shape(shape: str, tmp_path: Path) -> None:
    path = written(tmp_path, "dump.json", SHAPES[shape])
    assert told(path) == given(THREE)
    assert skips(path) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_a_story_stands_on_the_lines_of_its_record(shape: str, tmp_path: Path) -> None:
    page = SHAPES[shape].splitlines()
    for story in stories(written(tmp_path, "dump.json", SHAPES[shape])):
        lines = "\n".join(page[story.origin.line - 1 : story.origin.last_line])
        assert json.dumps(story.title) in lines
        assert json.dumps(story.body) in lines


def test_one_object_is_one_story(tmp_path: Path) -> None:
    record: Record = {**THREE[0], "images": [{"title": "A ferry"}], "comments": [{"text": "Late again"}]}
    for indent in (None, 2):
        assert told(written(tmp_path, "dump.json", json.dumps(record, indent=indent))) == given(THREE[:1])


def test_a_broken_line_of_an_array_costs_one_line(tmp_path: Path) -> None:
    first, *rest = map(json.dumps, THREE)
    path = written(tmp_path, "dump.json", "[\n" + ",\n".join([first, '{"title": broken', *rest]) + "\n]")
    assert told(path) == given(THREE)
    assert [line for line, _ in skips(path)] == [3]


@pytest.mark.parametrize("shape", ["an array", "an array in many lines", "an object around", "objects around", "a feed"])
def test_of_an_array_that_breaks_off_what_stands_before_is_read(shape: str, tmp_path: Path) -> None:
    text = SHAPES[shape]
    path = written(tmp_path, "dump.json", text[: text.index("Ferry 2") + 10])
    assert told(path) == given(THREE[:2])
    ((line, reason),) = skips(path)
    assert line == 1 + text[: text.index('"n2"')].rstrip(' "id:\n{').count("\n") + ("\n" in text)
    assert reason.endswith("the rest of the file is lost")


def test_what_is_no_object_is_skipped(tmp_path: Path) -> None:
    assert skips(written(tmp_path, "a.json", "[1, null]")) == [
        (1, "is a number, not an object"),
        (1, "is null, not an object"),
    ]
    assert skips(written(tmp_path, "b.json", "42")) == [(1, "is a number, not an object")]


@pytest.mark.parametrize("empty", ["", "\n", "[]", "[\n]\n", ' {"articles": []}'])
def test_an_array_without_records_holds_no_story(empty: str, tmp_path: Path) -> None:
    assert stories(written(tmp_path, "dump.json", empty)) == []


def test_nesting_without_end_is_told_and_ends_the_file(tmp_path: Path) -> None:
    for text in ("[" * 200_000, '{"a":' * 200_000):
        assert [type(record).__name__ for record in read(written(tmp_path, "dump.json", text))] in ([], ["Skip"])
