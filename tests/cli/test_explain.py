import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_relation_and_its_scores_are_shown(tell: Run, pair: Path) -> None:
    relation = json.loads(tell("scan", pair, "-f", "json")[1])["matches"][0]["relation"]
    status, out, _ = tell("explain", pair, "f1", "f2")
    assert status == 0
    assert relation in out


def test_two_stories_that_do_not_match_are_explained_too(tell: Run, pair: Path) -> None:
    status, out, _ = tell("explain", pair, "f1", "b1")
    assert status == 0
    assert out


def test_an_unknown_name_is_an_error(tell: Run, pair: Path) -> None:
    assert tell("explain", pair, "f1", "f9")[0] == 2
