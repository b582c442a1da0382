import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

GOOD = '{"title": "Bakers win", "text": "Bakers may sell bread before dawn."}\n'


def test_a_bad_record_is_said_after_the_stories(tell: Run, pair: Path) -> None:
    status, out, err = tell("stories", pair, "-f", "jsonl")
    assert (status, out.count("\n")) == (0, 3)
    assert err.startswith("dedupe: 1 record skipped:")


def test_a_bad_record_stops_a_strict_run(tell: Run, pair: Path) -> None:
    status, _, err = tell("stories", pair, "--strict")
    assert status == 2
    assert err.startswith(f"dedupe: error: {pair}:3")


@pytest.mark.parametrize("command", ["scan", "stories"])
@pytest.mark.parametrize(("name", "content"), [("a.txt", ""), ("a.jsonl", "\n\n"), ("a.json", "[]"), ("a.csv", "title,text\n")])
def test_an_input_without_a_story_is_named_with_what_to_do(
    command: str, name: str, content: str, tell: Run, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(content)
    said = f"dedupe: error: no story in {tmp_path / name}; check the path and the format, or give --allow-empty\n"
    assert tell(command, tmp_path / name) == (2, "", said)
    assert tell(command, tmp_path / name, "--allow-empty")[0] == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("noise.txt", bytes(range(256)) * 9, "is binary, not text"),
        ("picture.jsonl", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is binary, not text"),
        ("prices.csv", b"name,price\nherring,4\n", "no column holds the text; found: name, price; name one with --text-field"),
        ("torn.jsonl.gz", gzip.compress(GOOD.encode())[:9], "nothing could be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_exit_2(
    name: str, content: bytes, said: str, tell: Run, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    status, out, err = tell("stories", tmp_path / name)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"dedupe: error: {tmp_path / name}: ")
    assert said in err


def test_a_missing_file_and_a_folder_without_dumps_are_one_line_and_exit_2(tell: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "page.pdf").touch()
    assert tell("scan", tmp_path / "gone.txt") == (2, "", f"dedupe: error: {tmp_path / 'gone.txt'}: no such file\n")
    status, out, err = tell("scan", tmp_path / "folder")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert f"{tmp_path / 'folder'}: no dump in this folder" in err


@pytest.mark.parametrize(
    "broken",
    [b'{"title": oops\n', b'{"title": "Caf\xe9", "text": "Caf\xe9 was open on Sunday."}\n', b'["title"]\n', b"{}\n"],
)
def test_a_broken_line_costs_one_line_and_says_which(broken: bytes, tell: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD.encode() + broken + GOOD.encode())
    status, out, err = tell("stories", tmp_path / "a.jsonl", "-f", "jsonl")
    assert (status, [json.loads(line)["line"] for line in out.splitlines()]) == (0, [1, 3])
    assert err.startswith(f"dedupe: 1 record skipped:\n  {tmp_path / 'a.jsonl'}:2: ")


def test_what_stands_before_the_end_of_a_torn_file_is_read_and_the_loss_told(tell: Run, tmp_path: Path) -> None:
    dump = "".join(f'{{"title": "{number}", "text": "{number**9} {number**7}"}}\n' for number in range(2000))
    (tmp_path / "torn.jsonl.gz").write_bytes(gzip.compress(dump.encode())[:9000])
    status, out, err = tell("stories", tmp_path / "torn.jsonl.gz", "-f", "jsonl")
    assert (status, 0 < out.count("\n") < 2000) == (0, True)
    assert "the rest of the file is lost" in err
    assert tell("stories", tmp_path / "torn.jsonl.gz", "--strict")[0] == 2


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_utf_16_with_its_mark_is_read_as_utf_8_is(name: str, tell: Run, tmp_path: Path) -> None:
    text = 'title,text\nZürich,"Eins, zwei"\n' if name == "a.csv" else '{"title": "Zürich", "text": "Eins, zwei"}\n'
    told = []
    for encoding in ("utf-8", "utf-16"):
        (tmp_path / name).write_bytes(text.encode(encoding))
        told.append(tell("stories", tmp_path / name))
    assert told[0] == told[1]
    assert "Zürich" in told[0][1]


def test_a_line_of_fifty_million_characters_is_skipped(tell: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"title": "Endless", "text": "' + "x" * 50_000_000 + '"}\n' + GOOD)
    status, out, err = tell("stories", tmp_path / "a.jsonl", "-f", "jsonl")
    assert (status, json.loads(out)["line"]) == (0, 2)
    assert err.count("\n") == 2


def test_two_stories_of_one_id_are_both_kept(tell: Run, tmp_path: Path) -> None:
    twice = tmp_path / "twice.jsonl"
    twice.write_text(GOOD.replace("{", '{"id": "7", ') * 2)
    _, out, err = tell("stories", twice, "-f", "jsonl")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["7", f"7@{twice}:2"]
    assert err == "dedupe: 1 story with a repeated id; each later one is named id@path:line\n"


def test_a_story_of_one_word_is_a_story(tell: Run, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text('{"title": "Rain", "text": "Rain."}\n')
    assert tell("scan", tmp_path / "one.jsonl")[1].splitlines()[-1].startswith("1 story, 0 clusters, 0 duplicates")


def test_standard_input_is_read_and_named_by_a_dash(pair: Path) -> None:
    with pair.open() as stream:
        asked = [sys.executable, "-m", "dedupe", "stories", "-", "-f", "jsonl"]
        done = subprocess.run(asked, stdin=stream, capture_output=True, text=True)
    assert (done.returncode, {json.loads(line)["path"] for line in done.stdout.splitlines()}) == (0, {"-"})
