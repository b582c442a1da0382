from itertools import combinations

import pytest
from hypothesis import given

from dedupe import Story
from dedupe.errors import DedupeError
from dedupe.model import Relation
from dedupe.pipeline import explain, scan
from tests.pipeline.made import DUMP, DUMPS
from tests.strategies import costly, story, tale

FOOTER = "Subscribe to the Lorne Post and read every story on your phone."
WALL = "We value your privacy. Accept all cookies or manage your choices before you go on."
TITLES = ["Ferry aground off Port Amsel", "Bakers win early bread", "Canal wall bursts at Ostrel", "Rate stays at four percent"]


@costly
@given(DUMPS)
def test_every_match_of_a_scan_is_explained_as_it_was_found(dump: list[Story]) -> None:
    for match in scan(dump).matches[:4]:
        explained = explain(dump, match.left, match.right)
        assert (explained.relation, explained.match) == (match.relation, match)


@costly
@given(DUMPS.filter(lambda dump: len(dump) > 1))
def test_the_relation_is_that_of_the_first_rule_that_fits(dump: list[Story]) -> None:
    explained = explain(dump, dump[0].id, dump[1].id)
    first = next((name for name, _, fits in explained.rules if fits), None)
    assert first == explained.relation or explained.relation is Relation.OVERLAP


def test_both_ways_round_are_the_same_but_for_the_sides() -> None:
    for left, right in combinations(["copy-0", "half-0", "teaser-0", "other-1"], 2):
        one, other = explain(DUMP, left, right), explain(DUMP, right, left)
        assert (one.left, one.right, one.relation, one.match) == (other.right, other.left, other.relation, other.match)
        assert one.missing == other.missing[::-1]


def test_a_pair_that_a_scan_matches_is_proposed_by_a_source() -> None:
    for match in scan(DUMP).clusters[0].matches:
        assert explain(DUMP, match.left, match.right).sources


def test_the_sentences_are_those_of_the_shorter_story_with_their_partners() -> None:
    explained = explain(DUMP, "copy-0", "half-0")
    assert [one.right for one in explained.sentences] == [one.left for one in explained.sentences]
    assert " ".join(one.right for one in explained.sentences).split() == tale(0).split()[: len(DUMP[15].body.split())]
    assert {one.cosine for one in explained.sentences} == {1.0}


def test_names_that_one_story_lacks_are_missing_from_it() -> None:
    told = "In spring the port of {} took {} tonnes of grain from the yards of {}, and the harbour master was pleased with it."
    stories = [story("a", told.format("Lorne", 221, "Orrin")), story("b", told.format("Lorne", 874, "Drun")), story("c", tale(1))]
    explained = explain(stories, "a", "b")
    assert "Lorne" in explained.shared
    assert {"221", "Orrin"} <= {*explained.missing[0]}
    assert {"874", "Drun"} <= {*explained.missing[1]}


def test_stories_of_a_source_with_boilerplate_are_explained_without_it() -> None:
    told = [story(f"s{seed}", f"{FOOTER}\n{tale(seed)}", source="Lorne Post") for seed in range(6)]
    told.append(story("again", f"{FOOTER}\n{tale(0)}", source="Lorne Post"))
    explained = explain(told, "s0", "again")
    assert explained.relation is Relation.IDENTICAL
    assert all(one.left == one.right and FOOTER not in one.left for one in explained.sentences)
    assert explained.masked == ((FOOTER,), (FOOTER,))


def test_boilerplate_of_one_source_is_masked_in_its_stories_only() -> None:
    told = [story(f"s{seed}", f"{tale(seed)}\n\n{FOOTER}", source="Lorne Post") for seed in range(6)]
    explained = explain([*told, story("reprint", f"{tale(0)}\n\n{FOOTER}", source="Velle Times")], "reprint", "s0")
    assert explained.masked == ((), (FOOTER,))
    assert explain(DUMP, "copy-0", "half-0").masked == ((), ())


def test_a_body_that_is_no_story_is_explained_as_it_was_found() -> None:
    told = [story(f"s{n}", WALL, title) for n, title in enumerate(TITLES)]
    explained = explain(told, "s0", "s1")
    assert scan(told).matches == ()
    assert explained.relation is None
    assert not any(fits for _, _, fits in explained.rules)


@pytest.mark.parametrize(
    ("left", "right", "message"), [("copy-0", "none", "no story has the id 'none'"), ("copy-0", "copy-0", "are one story")]
)
def test_an_id_that_is_not_there_and_one_story_twice_are_refused(left: str, right: str, message: str) -> None:
    with pytest.raises(DedupeError, match=message):
        explain(DUMP, left, right)
