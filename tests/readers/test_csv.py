import csv
import gzip
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from dedupe.errors import ReadError
from dedupe.readers import Fields, read
from tests.readers.made import Record, given, records, skips, stories, told, written
from tests.strategies import law

PIECES = (*"ab,;|'é ", '"', "\t", "\n", "\r\n")
CELLS = st.lists(st.sampled_from(PIECES), max_size=12).map(lambda pieces: "x" + "".join(pieces).strip())


def table(rows: list[Record], **dialect: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n", **dialect)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("name", ["dump.csv", "dump.tsv", "dump"])
def test_the_delimiter_is_seen_in_the_header(name: str, delimiter: str, tmp_path: Path) -> None:
    assert told(written(tmp_path, name, table(records(3), delimiter=delimiter))) == given(records(3))


@drawn(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4), st.sampled_from([",", ";", "\t"]))
@law
def test_whatever_is_quoted_every_story_knows_its_lines(rows: list[tuple[str, str]], delimiter: str) -> None:
    out = table([{"title": title, "text": text} for title, text in rows], delimiter=delimiter)
    with TemporaryDirectory() as folder:
        found = stories(written(Path(folder), "dump.csv", out))
    lines = out.split("\n")
    assert [(story.title, story.body) for story in found] == [
        (" ".join(title.split()), text.replace("\r\n", "\n")) for title, text in rows
    ]
    for story, (title, text) in zip(found, rows, strict=True):
        own = "\n".join(lines[story.origin.line - 1 : story.origin.last_line])
        assert next(csv.reader(io.StringIO(own, newline=""), delimiter=delimiter)) == [title, text]


def test_a_table_without_a_text_column_names_its_columns(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"dump\.csv: no column holds the text; found: id, title, teksto; .*--text-field"):
        list(read(written(tmp_path, "dump.csv", "id,title,teksto\n1,T,It left.\n")))
    (story,) = stories(tmp_path / "dump.csv", Fields(text="teksto"))
    assert story.body == "It left."


def test_a_row_with_other_columns_than_the_header_is_skipped(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.csv", "id,title,text\n1,A,B,C\n2\n3,D,E,,\n4,F,G\n")
    assert [story.id for story in stories(path)] == ["3", "4"]
    assert skips(path) == [(2, "has 4 columns, the header 3"), (3, "has 1 columns, the header 3")]


def test_a_quotation_mark_that_never_closes_costs_one_line(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.csv", 'id,text\n1,A\n2,"B\n3,C\n4,D\n')
    assert [story.id for story in stories(path)] == ["1", "3", "4"]
    assert skips(path) == [(3, "has a quotation mark that opens and never closes")]


def test_a_cell_of_50_mb_is_skipped_and_the_next_row_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.csv", "id,text\n1," + "x" * 50_000_000 + "\n2,B\n")
    assert [story.id for story in stories(path)] == ["2"]
    assert skips(path) == [(2, "is a line of over 8 MB; no story is that long")]


def test_a_cell_longer_than_the_csv_module_takes_by_itself_is_read(tmp_path: Path) -> None:
    (story,) = stories(written(tmp_path, "dump.csv", f'text\n"{"word " * 60_000}"\n'))
    assert len(story.body) == 299_999


def test_lines_may_end_as_on_any_machine(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        path = written(tmp_path, "dump.csv", end.join(["title,text", 'A,"one', 'two"', "B,three", ""]))
        assert [(story.body, story.origin.line) for story in stories(path)] == [("one\ntwo", 2), ("three", 4)]


def test_the_row_at_which_a_compressed_table_breaks_off_is_not_taken_for_a_story(tmp_path: Path) -> None:
    rows = [{"id": i, "text": f"{i} said\n\n" + str(i**99)} for i in range(2000)]
    packed = gzip.compress(table(rows).encode())
    path = written(tmp_path, "dump.csv.gz", packed[: len(packed) // 2])
    whole = {str(row["id"]): row["text"] for row in rows}
    assert len(found := stories(path)) > 100
    assert all(story.body == whole[story.id] for story in found)
    assert len(skips(path)) == 1


def test_a_header_alone_holds_no_story(tmp_path: Path) -> None:
    assert list(read(written(tmp_path, "dump.csv", "id,title,text\n"))) == []


def test_cells_are_taken_as_text(tmp_path: Path) -> None:
    (story,) = stories(written(tmp_path, "dump.csv", "id,title,text\n007,1984," + json.dumps("It left.") + "\n"))
    assert (story.id, story.title, story.body) == ("007", "1984", "It left.")
