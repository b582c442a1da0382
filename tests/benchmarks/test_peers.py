import json
from pathlib import Path

import pytest

from tests.benchmarks.peers import PEERS, groups, lines, of_report, shingles

STORY = "the ferry ran aground off the port on sunday night with eighty people on board and nobody was hurt"


def test_groups_are_the_components_of_the_pairs() -> None:
    found = groups(5, [(0, 1), (1, 3)])
    assert found[0] == found[1] == found[3]
    assert len(set(found)) == 3


def test_no_pair_leaves_every_story_alone() -> None:
    assert len(set(groups(3, []))) == 3


def test_shingles_are_word_triples_and_characters_where_nothing_parts_words() -> None:
    assert shingles("One, two three; four") == {"one two three", "two three four"}
    assert shingles("渡輪擱淺") == {"渡 輪 擱", "輪 擱 淺"}
    assert shingles("One two") == {"one two"}


@pytest.mark.parametrize("name", ["datasketch", "datasketch-batched", "cosine"])
def test_a_peer_groups_a_story_with_its_copy_alone(name: str) -> None:
    found = PEERS[name]([STORY, "bakers in the old town may sell bread before dawn again", f"{STORY} at all"])
    assert found[0] == found[2] != found[1]


def test_stories_and_reports_are_read_by_id(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    path.write_text('{"id": "a", "text": "T", "date": "2024"}\n{"id": "b"}\n')
    assert [(line.id, line.text) for line in lines(path)] == [("a", "T"), ("b", "")]
    path.write_text(json.dumps({"clusters": [{"members": [{"id": "a"}, {"id": "b"}]}]}))
    assert of_report(path) == {"a": 0, "b": 0}
