import json
from pathlib import Path

import pytest

from dedupe.readers import Fields
from dedupe.readers.jsonl import decode
from tests.readers.made import given, in_lines, records, skips, stories, told, written


def test_every_story_knows_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", b"\n" + in_lines(records(2)) + b"\n" + in_lines(records(1)))
    assert [story.origin.line for story in stories(path)] == [2, 3, 5]


def test_a_broken_line_costs_one_line(tmp_path: Path) -> None:
    first, *rest = records(3)
    path = written(tmp_path, "dump.jsonl", in_lines([first]) + b'{"title": broken\n' + in_lines(rest))
    assert told(path) == given(records(3))
    assert skips(path) == [(2, "is not JSON: invalid character (byte 10)")]


def test_broken_utf_8_costs_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", b'{"text": "caf\xe9"}\n' + in_lines(records(2)))
    assert skips(path) == [(1, "is not JSON: bytes that are not UTF-8")]
    assert told(path) == given(records(2))


def test_a_line_of_50_mb_is_skipped_and_the_next_is_read(tmp_path: Path) -> None:
    long = json.dumps({"text": "word " * 10_000_000}).encode() + b"\n"
    path = written(tmp_path, "dump.jsonl", long + in_lines(records(1)))
    assert told(path) == given(records(1))
    assert skips(path) == [(1, "has 49,999,999 characters; no story is that long")]


def test_a_line_that_never_ends_is_never_held_in_memory(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", in_lines(records(1)) + b"x" * (1 << 27) + b"\n" + in_lines(records(1)))
    assert skips(path) == [(2, "is a line of over 64 MB; no story is that long")]
    assert len(stories(path)) == 2


def test_what_python_writes_beyond_json_is_read() -> None:
    assert decode(b'{"x": NaN, "text": "a\\ud83d", "y": ["\\ud83d\\ude00\tb"]}')["text"] == "a\ufffd"  # type: ignore[index]


@pytest.mark.parametrize("text", [b"{", b'{"a": 1} x', b"[" * 100_000, b"\xff", b'{"a": 01}'])
def test_what_is_no_json_is_a_value_error_with_a_reason(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        decode(text)


def test_an_array_is_read_though_the_name_says_lines(tmp_path: Path) -> None:
    assert told(written(tmp_path, "dump.jsonl", json.dumps(records(2)))) == given(records(2))


def test_fields_that_the_user_names_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl", b'{"nr": 7, "kop": "T", "tekst": "It left."}\n')
    (story,) = stories(path, Fields(id="nr", title="kop", text="tekst"))
    assert (story.id, story.title, story.body) == ("7", "T", "It left.")
