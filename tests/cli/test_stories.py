import json
from pathlib import Path

from tests.cli.conftest import Run

KEYS = ["id", "title", "body", "summary", "truncated", "source", "url", "published", "path", "line", "last_line"]


def test_each_story_is_a_line_with_where_it_was_read(tell: Run) -> None:
    status, out, err = tell("stories", "archive.txt", "--format", "jsonl")
    read = [json.loads(line) for line in out.splitlines()]
    page = Path("archive.txt").read_text(encoding="utf-8").splitlines()
    assert (status, err) == (0, "")
    assert {tuple(story) for story in read} == {tuple(KEYS)}
    assert all(story["path"] == "archive.txt" and story["title"] in page[story["line"] - 1] for story in read)


def test_the_table_has_a_row_for_each_story(tell: Run) -> None:
    rows = tell("stories", "archive.txt")[1].splitlines()
    lines = tell("stories", "archive.txt", "-f", "jsonl")[1].splitlines()
    assert len(rows) == len(lines) + 3
    assert max(map(len, rows)) <= 80


def test_several_inputs_are_read_in_turn(tell: Run, pair: Path) -> None:
    read = [json.loads(line)["path"] for line in tell("stories", pair, "archive.txt", "-f", "jsonl")[1].splitlines()]
    assert read[0] == str(pair)
    assert read[-1] == "archive.txt"


def test_explain_shows_the_role_of_every_line(tell: Run) -> None:
    roles = [json.loads(line) for line in tell("stories", "archive.txt", "--explain", "-f", "jsonl")[1].splitlines()]
    assert list(roles[0]) == ["path", "line", "role", "story", "text"]
    page = Path("archive.txt").read_text(encoding="utf-8").splitlines()
    assert {number for number, line in enumerate(page, 1) if line.strip()} <= {role["line"] for role in roles}
    assert tell("stories", "archive.txt", "--explain")[1].startswith("read at")


def test_a_file_is_not_written_where_there_is_no_story(tell: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    assert tell("stories", tmp_path / "empty.jsonl", "-f", "jsonl", "-o", tmp_path / "out")[0] == 2
    assert not (tmp_path / "out").exists()


def test_allow_empty_answers_with_nothing(tell: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").touch()
    assert tell("stories", tmp_path / "empty.jsonl", "-f", "jsonl", "--allow-empty")[:2] == (0, "")
