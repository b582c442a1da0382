import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("style", ["text", "unified", "json"])
def test_two_versions_are_compared_in_every_format(style: str, tell: Run, pair: Path) -> None:
    status, out, _ = tell("diff", pair, "f1", "f2", "-f", style)
    assert status == 0
    assert "UPDATED" in out


def test_an_id_and_a_place_name_the_same_story(tell: Run, pair: Path) -> None:
    assert tell("diff", pair, "f1", "f2", "-q") == tell("diff", pair, f"{pair}:1", "pair.jsonl:2", "-q")


def test_a_cluster_stands_for_its_canonical(tell: Run, pair: Path) -> None:
    (cluster,) = json.loads(tell("scan", pair, "-f", "json")[1])["clusters"]
    (member,) = [member["id"] for member in cluster["members"] if member["relation"] != "canonical"]
    assert tell("diff", pair, cluster["id"], member, "-q") == tell("diff", pair, cluster["canonical"], member, "-q")


def test_an_unknown_name_says_where_names_are_listed(tell: Run, pair: Path) -> None:
    status, out, err = tell("diff", pair, "f1", "f9", "-q")
    assert (status, out) == (2, "")
    assert err == (
        "dedupe: error: no story or cluster f9 in the input; `dedupe stories` lists the stories, `dedupe scan` the clusters\n"
    )


def test_a_comparison_goes_into_a_file(tell: Run, pair: Path, tmp_path: Path) -> None:
    assert tell("diff", pair, "f1", "f2", "-q", "-o", tmp_path / "diff.txt") == (0, "", "")
    assert (tmp_path / "diff.txt").read_text() == tell("diff", pair, "f1", "f2")[1]


def test_it_wants_an_input_and_two_names(tell: Run) -> None:
    assert tell("diff", "f1", "f2")[0] == 2
