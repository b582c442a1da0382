import json
from pathlib import Path

import pytest

from dedupe.errors import ReadError, SettingsError
from dedupe.readers import Fields
from dedupe.readers.formats import format_of
from dedupe.readers.source import opened
from tests.readers.made import in_lines, records, written


def told(path: Path, fields: Fields | None = None) -> str:
    with opened(str(path)) as source:
        return format_of(source, fields or Fields())


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.tsv", "a.json", "a.jsonl"])
def test_a_name_says_the_format(name: str, tmp_path: Path) -> None:
    assert told(written(tmp_path, name, "title,text\nA,B\n")) == name[2:]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (json.dumps(records(2)), "json"),
        (json.dumps(records(2), indent=1), "json"),
        (in_lines(records(2)), "json"),
        ("title,text\nA,B\n", "csv"),
        ("guid\tHeadline\tContent\nA\tB\tC\n", "csv"),
        ("Ferry is late\n\nThe ferry left Amsel, in fog, on Sunday.\n", "txt"),
        ("[photo]\n\nFerry is late\n", "txt"),
        ("The text, as it was given\nto us\n", "txt"),
        (b"PAR1....", "parquet"),
    ],
)
def test_without_a_name_the_beginning_says_it(data: str | bytes, expected: str, tmp_path: Path) -> None:
    assert told(written(tmp_path, "dump", data)) == expected


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a"])
def test_an_array_is_known_under_any_name(name: str, tmp_path: Path) -> None:
    assert told(written(tmp_path, name, json.dumps(records(2)))) == "json"


def test_the_user_has_the_last_word(tmp_path: Path) -> None:
    assert told(written(tmp_path, "a.csv", "title,text\n"), Fields(format="txt")) == "txt"


def test_a_format_that_is_none_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="'xls' is no format of a dump; choose one of txt, jsonl, json, csv, tsv, parquet"):
        told(written(tmp_path, "a.csv", "title,text\n"), Fields(format="xls"))


@pytest.mark.parametrize("page", ["<!DOCTYPE html><p>", "<html lang=en>", "<?xml version='1.0'?><rss>"])
def test_markup_is_not_taken_for_text(page: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is HTML or XML"):
        told(written(tmp_path, "page", page))
