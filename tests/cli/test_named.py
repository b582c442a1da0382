import pytest

from dedupe.cli.named import canonical_of, story_of
from dedupe.errors import ReadError
from dedupe.model import Cluster, Origin, Story

STORIES = [
    Story("f1", "t", "b", origin=Origin("dumps/a.txt", 3, 9)),
    Story("dumps/a.txt:12", "t", "b", origin=Origin("dumps/a.txt", 12, 40)),
    Story("f3", "t", "b", origin=Origin("other/a.txt", 3, 5)),
    Story("http://example.org:80", "t", "b", origin=Origin("dumps/b.jsonl", 1, 1)),
]
CLUSTERS = [Cluster(name, STORIES[0], "", tuple(STORIES[:2]), ()) for name in ("abcd1234", "abcd9999")]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("f1", "f1"),
        ("dumps/a.txt:12", "dumps/a.txt:12"),
        ("dumps/a.txt:30", "dumps/a.txt:12"),
        ("dumps/a.txt:5", "f1"),
        ("…/other/a.txt:3", "f3"),
        ("b.jsonl:1", "http://example.org:80"),
        ("http://example.org:80", "http://example.org:80"),
    ],
)
def test_a_story_is_named_by_its_id_or_a_line_it_stands_on(name: str, meant: str) -> None:
    story = story_of(name, STORIES)
    assert story
    assert story.id == meant


@pytest.mark.parametrize("name", ["f2", "dumps/a.txt:11", "a.txt", "", ":3", "xa.txt:3", "dumps/a.txt:x"])
def test_what_names_no_story_is_none(name: str) -> None:
    assert story_of(name, STORIES) is None


def test_a_line_of_two_files_is_refused_with_their_stories() -> None:
    with pytest.raises(ReadError, match=r"a\.txt:3 names 2 stories: f1, f3; give an id"):
        story_of("a.txt:3", STORIES)


def test_a_cluster_is_named_by_its_id_or_its_beginning() -> None:
    assert canonical_of("abcd1234", CLUSTERS) is STORIES[0]
    assert canonical_of("abcd9", CLUSTERS) is STORIES[0]
    assert canonical_of("abc", CLUSTERS) is None
    assert canonical_of("zzzz", CLUSTERS) is None


def test_the_beginning_of_two_clusters_is_refused() -> None:
    with pytest.raises(ReadError, match="abcd begins 2 cluster ids: abcd1234, abcd9999"):
        canonical_of("abcd", CLUSTERS)
