from dataclasses import replace
from datetime import datetime

import pytest

from dedupe.errors import SettingsError
from dedupe.model import DUPLICATES, Cluster, Match, Origin, Policy, Recall, Relation, Report, Story, repeats, templates
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


@pytest.mark.parametrize("limit", ["", "0", "12", "5%", "0.5%", "100%"])
def test_a_limit_is_a_number_or_a_share(limit: str) -> None:
    assert Policy(max_new=limit).max_new == limit


@pytest.mark.parametrize("limit", ["-1", "five", "1.5", "101%", "%", "5 %", "٣", "1e3", ".5%"])
def test_what_is_no_limit_is_refused_in_words(limit: str) -> None:
    with pytest.raises(SettingsError, match=r"max_new is .*; give a whole number, or a share such as 5%"):
        Policy(max_new=limit)


def test_nothing_else_fails_a_check_than_what_has_a_name() -> None:
    with pytest.raises(SettingsError, match="'same' is nothing to fail on; choose from identical, near, reworded, excerpt, "):
        Policy(fail_on=("same",))


def test_of_two_fresh_stories_of_one_form_the_later_one_is_found_and_of_a_fresh_and_a_held_one_the_fresh_one() -> None:
    early, late = (Story(name, "", "", published=datetime(2026, 3, day)) for name, day in (("z", 1), ("a", 2)))
    template = replace(ALIKE, left="a", right="z", relation=Relation.TEMPLATE)
    found = replace(report(), matches=(template,), stories={"a": late, "z": early})
    assert [(each.story.id, each.other.id) for each in templates(found)] == [("a", "z")]
    assert [each.story.id for each in templates(replace(found, fresh=frozenset({"z"})))] == ["z"]
    assert templates(replace(found, fresh=frozenset())) == ()


def test_a_story_comes_from_its_source_or_else_its_host_or_else_its_file() -> None:
    told = Story("1", "", "", source=" Post ", url="https://www.post.example/a", origin=Origin("a.jsonl"))
    assert [told.outlet, replace(told, source="").outlet, replace(told, source="", url="").outlet] == [
        "Post",
        "post.example",
        "a.jsonl",
    ]


def test_of_what_a_fresh_story_repeats_as_closely_the_held_one_is_named() -> None:
    found = replace(report((cluster("a", "b", "h"),)), fresh=frozenset({"a", "b"}))
    for relation, other in ((Relation.IDENTICAL, "h"), (Relation.NEAR, "h"), (Relation.REWORDED, "a")):
        held = replace(ALIKE, left="b", right="h", relation=relation)
        told = {each.story.id: each.other.id for each in repeats(replace(found, matches=(*found.matches, held)))}
        assert told == {"a": "h", "b": other}
