from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from dedupe.errors import ReadError
from dedupe.readers import read
from dedupe.readers.encodings import decode
from tests.readers.made import given, in_lines, records, stories, told, written
from tests.strategies import law

TABLE = "title,text\nCafé in Łódź,“Gâteau” für alle\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding: str, tmp_path: Path) -> None:
    (story,) = stories(written(tmp_path, "dump.csv", TABLE.encode(encoding)))
    assert (story.title, story.body) == ("Café in Łódź", "“Gâteau” für alle")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_is_no_part_of_a_record(encoding: str, tmp_path: Path) -> None:
    data = in_lines(records(3)).decode().encode(encoding)
    assert told(written(tmp_path, "dump.jsonl", data)) == given(records(3))


def test_big_endian_utf_16_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.csv", b"\xfe\xff" + TABLE.encode("utf-16-be"))
    assert stories(path)[0].title == "Café in Łódź"


def test_western_european_text_is_read_as_windows_1252() -> None:
    assert decode("Café, “Gâteau” – für alle".encode("cp1252")) == "Café, “Gâteau” – für alle"


def test_broken_bytes_in_utf_8_cost_no_other_character() -> None:
    assert decode("Łódź café".encode() + b"\xff" + " für".encode()) == "Łódź café\ufffd für"


def test_each_line_has_its_own_encoding() -> None:
    assert decode("Łódź\n".encode() + "für\n".encode("cp1252") + b"plain") == "Łódź\nfür\nplain"


@drawn(st.binary(max_size=60))
@law
def test_decoding_never_fails_nor_changes_the_number_of_lines(data: bytes) -> None:
    assert decode(data).count("\n") == data.count(b"\n")


@drawn(st.text(st.characters(exclude_categories=["Cs"])))
@law
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("name", ["dump.jsonl", "dump.csv", "dump.txt", "dump"])
def test_a_binary_file_cannot_be_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"dump.*: is binary, not text"):
        list(read(written(tmp_path, name, bytes(range(256)) * 8)))


def test_text_in_an_unknown_encoding_is_refused_rather_than_read_as_nonsense(tmp_path: Path) -> None:
    page = "title,text\nПаром задержался,Паром вышел из порта в тумане\n".encode("cp1251")
    with pytest.raises(ReadError, match="convert it to UTF-8"):
        list(read(written(tmp_path, "dump.csv", page)))
