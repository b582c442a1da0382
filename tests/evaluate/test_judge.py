import numpy as np
import pytest

from dedupe.errors import DedupeError
from dedupe.evaluate.gold import Verdict, gold_of_clusters, gold_of_field, gold_of_pairs
from dedupe.evaluate.judge import judge_of, labels
from tests.evaluate.made import cluster, report


def test_stories_that_complete_gold_does_not_name_stand_alone() -> None:
    judge = judge_of(gold_of_clusters([["a", "b"]]), "abcd")
    figures = judge.figures(labels(report([cluster("c", "d")]), judge.places))
    assert (figures.pairs.gold, figures.pairs.found, figures.pairs.both) == (1, 1, 0)


def test_stories_without_a_gold_value_are_left_out_of_every_figure() -> None:
    judge = judge_of(gold_of_field({"a": "1", "b": "1", "c": "", "d": ""}), "abcd")
    figures = judge.figures(labels(report([cluster("a", "b"), cluster("c", "d")]), judge.places))
    assert (figures.pairwise.precision, figures.pairwise.recall, figures.rand) == (1.0, 1.0, 1.0)


def test_a_sample_judges_its_pairs_alone_and_a_named_pair_counts_as_found() -> None:
    verdicts = {("a", "b"): Verdict(True), ("b", "c"): Verdict(True), ("a", "d"): Verdict(False), ("c", "x"): Verdict(True)}
    judge = judge_of(gold_of_pairs(verdicts), "abcde")
    found = labels(report([cluster("a", "d", "e")]), judge.places)
    figures = judge.figures(found, {("b", "c")})
    assert (figures.pairs.gold, figures.pairs.found, figures.pairs.both) == (2, 2, 1)
    assert figures.bcubed is None


def test_gold_of_another_input_is_refused_with_an_example_of_both() -> None:
    with pytest.raises(DedupeError, match="none of the 2 stories of the gold is in the input, such as 'a'; the input has 'x'"):
        judge_of(gold_of_clusters([["a", "b"]]), ["x", "y"])


def test_a_story_that_is_in_no_cluster_has_a_number_of_its_own() -> None:
    places = {"a": 0, "b": 1, "c": 2, "d": 3}
    found = labels(report([cluster("b", "d")]), places)
    assert found[1] == found[3]
    assert len(np.unique(found)) == 3
