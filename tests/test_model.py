from dataclasses import replace

import pytest

from dedupe.model import DUPLICATES, Cluster, Match, Origin, Recall, Relation, Report, Story, repeats
from dedupe.settings import Settings

ALIKE = Match("a", "b", Relation.NEAR, jaccard=0.6, containment=0.8, cosine=0.5, coverage=0.7, alignment=0.4, anchor=1.0, run=20)


def cluster(*ids: str) -> Cluster:
    first, *others = (Story(name, "", "") for name in ids)
    return Cluster(f"c-{ids[0]}", first, "", (first, *others), tuple(replace(ALIKE, right=other.id) for other in others))


def report(clusters: tuple[Cluster, ...] = (), related: tuple[Match, ...] = ()) -> Report:
    matches = tuple(match for one in clusters for match in one.matches)
    return Report(Settings(), 9, (), clusters, matches, related, Recall(0.5, 0.99, 42, 3))


def test_duplicates_are_the_first_relations_in_the_order_in_which_they_are_asked() -> None:
    assert [relation.is_duplicate for relation in Relation] == [True] * len(DUPLICATES) + [False] * 3


@pytest.mark.parametrize(
    ("relation", "similarity"),
    [(Relation.IDENTICAL, 1.0), (Relation.NEAR, 0.7), (Relation.EXCERPT, 0.8), (Relation.REWORDED, 0.7)],
)
def test_similarity_is_the_strongest_evidence_for_the_relation(relation: Relation, similarity: float) -> None:
    assert replace(ALIKE, relation=relation).similarity == similarity


def test_an_origin_reads_as_editors_link_to_it() -> None:
    assert str(Origin("dumps/page.txt", 17, 30)) == "dumps/page.txt:17"


def test_what_can_be_dropped_is_every_member_but_the_canonicals() -> None:
    found = report((cluster("a", "b", "c"), cluster("d", "e")))
    assert [story.id for story in found.duplicates] == ["b", "c", "e"]
    assert [story.id for story in found.canonicals] == ["a", "d"]


def test_events_join_clusters_and_related_stories_the_largest_first() -> None:
    related = (replace(ALIKE, left="b", right="x"), replace(ALIKE, left="x", right="y"))
    assert report((cluster("d", "e"), cluster("a", "b")), related).events == (("a", "b", "x", "y"), ("d", "e"))


def test_matches_of_a_story_are_its_matches_and_its_related_pairs_on_either_side() -> None:
    related = (replace(ALIKE, left="b", right="x"), replace(ALIKE, left="x", right="y"))
    found = report((cluster("a", "b"),), related)
    assert [(match.left, match.right) for match in found.matches_of("b")] == [("a", "b"), ("b", "x")]


def test_every_new_duplicate_is_a_repeat_and_what_is_held_is_none() -> None:
    found = report((cluster("a", "b", "c"), cluster("d", "e")))
    assert [(each.story.id, each.other.id) for each in repeats(found)] == [("b", "a"), ("c", "a"), ("e", "d")]
    checked = replace(found, fresh=frozenset({"a", "c", "e"}))
    assert [(each.story.id, each.other.id) for each in repeats(checked)] == [("a", "b"), ("c", "a"), ("e", "d")]
    assert {each.story.id for each in repeats(checked)} == {story.id for story in checked.new_duplicates}
