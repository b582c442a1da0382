import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_plan_tells_stories_words_memory_disk_recall_and_time(tell: Run, pair: Path) -> None:
    status, out, err = tell("plan", pair)
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines() if line] == [
        *("PLAN", "stories", "words", "memory", "disk", "related", "recall", "time"),
    ]


def test_a_plan_follows_the_options_of_the_scan(tell: Run, pair: Path) -> None:
    given = ("--no-related", "--memory", "1KB", "--jobs", 1, "--threshold", "near=0.8", "-f", "json")
    status, out, _ = tell("plan", pair, *given)
    plan = json.loads(out)
    assert status == 0
    assert (plan["stories"], plan["related"], plan["budget"], plan["recall"]["threshold"]) == (3, False, 1024, 0.8)
    assert plan["disk"] > 0


def test_a_plan_is_written_into_a_file(tell: Run, pair: Path, tmp_path: Path) -> None:
    assert tell("plan", pair, "-o", tmp_path / "plan.txt") == (0, "", "")
    assert (tmp_path / "plan.txt").read_text().startswith("PLAN  measured on all 3 stories")


def test_standard_input_cannot_be_planned(tell: Run) -> None:
    status, out, err = tell("plan", "-")
    assert (status, out) == (2, "")
    assert "standard input has no size to plan by; give files" in err


def test_a_dump_without_a_story_cannot_be_planned(tell: Run, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("")
    assert tell("plan", tmp_path / "none.jsonl")[0] == 2
