import pytest

from dedupe.errors import DedupeError
from dedupe.evaluate.gold import Gold, Verdict, gold_of_clusters, gold_of_field, gold_of_pairs

SAME, OTHER = Verdict(same=True), Verdict(same=False)


def test_pairs_that_are_all_one_story_join_into_groups() -> None:
    gold = gold_of_pairs({("a", "b"): SAME, ("b", "c"): SAME, ("x", "y"): SAME})
    assert dict(gold.groups) == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x"}
    assert gold.complete
    assert not gold.sampled


def test_one_pair_that_is_not_one_story_makes_the_pairs_a_sample() -> None:
    gold = gold_of_pairs({("a", "b"): SAME, ("a", "c"): OTHER})
    assert gold.sampled
    assert gold.ids == {"a", "b", "c"}


def test_a_group_is_named_by_its_smallest_id_and_knows_its_canonical() -> None:
    gold = gold_of_clusters([["c", "b"], ["d", "e"]], canonicals=["c"])
    assert dict(gold.groups) == {"b": "b", "c": "b", "d": "d", "e": "d"}
    assert dict(gold.canonicals) == {"b": "c"}


def test_a_story_in_two_clusters_is_refused_by_name() -> None:
    with pytest.raises(DedupeError, match="'b' is in two gold clusters"):
        gold_of_clusters([["a", "b"], ["b", "c"]])


def test_stories_without_a_value_in_the_gold_field_are_not_judged() -> None:
    gold = gold_of_field({"a": "1", "b": "1", "c": ""})
    assert dict(gold.groups) == {"a": "1", "b": "1"}
    assert not gold.complete


def test_no_gold_names_no_story() -> None:
    assert Gold().ids == frozenset()
    assert gold_of_pairs({}).ids == frozenset()
