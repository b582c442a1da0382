import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.pipeline.test_health import EVENTS, WALL


@pytest.fixture
def walled(tmp_path: Path) -> Path:
    """Return a dump of a source whose scraper meets a cookie wall."""
    path = tmp_path / "walled.jsonl"
    told = {"title": "The Post", "text": WALL, "source": "Post", "date": "2026-05-03"}
    lines = [json.dumps({**told, "id": slug, "url": f"https://post.example/{slug}"}) for slug in EVENTS]
    path.write_text("\n".join(lines) + "\n")
    return path


def test_a_scan_shows_a_cookie_wall_in_the_table_in_json_and_in_formats_of_ci(tell: Run, walled: Path) -> None:
    status, out, _ = tell("scan", walled)
    assert (status, "SOURCES  1 finding on what their scrapers brought" in out) == (0, True)
    assert "one-text  2026-05-03  5 of 5   Post    one text: We and our" in out
    (one,) = json.loads(tell("scan", walled, "-f", "json")[1])["health"]
    assert (one["finding"], one["source"], one["day"], one["stories"], one["line"]) == ("one-text", "Post", "2026-05-03", 5, 1)
    assert (
        "title=dedupe one-text::5 of 5 stories of 2026-05-03 from Post: one text: We" in tell("scan", walled, "-f", "github")[1]
    )


def test_a_check_fails_on_it_only_where_the_policy_says_so(tell: Run, walled: Path, held: Path) -> None:
    given = ("check", walled, "--against", held, "--max-new", "100%")
    status, _, err = tell(*given)
    assert (status, err.splitlines()[-2:]) == (0, ["dedupe: warning: 1 finding on sources, not counted", "dedupe: passed"])
    status, _, err = tell(*given, "--fail-on", "identical,health")
    assert (status, "dedupe: failed: health: 1 finding on sources, none allowed\n" in err) == (1, True)
