from collections.abc import Callable, Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.evaluate import document, evaluate, gold_of_clusters, gold_of_field, gold_of_pairs, judge_of, sweep
from dedupe.evaluate.gold import Pair, Verdict
from dedupe.model import Match
from tests.evaluate.made import cluster, grouped, match, report

Labels = dict[str, tuple[int, int]]

LABELS = st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1)


@given(LABELS)
def test_false_merges_and_misses_account_for_every_wrong_pair(labels: Labels) -> None:
    gold = gold_of_field({story_id: f"g{group}" for story_id, (group, _) in labels.items()})
    found = evaluate(grouped({story_id: group for story_id, (_, group) in labels.items()}), gold, labels)
    pairs = found.figures.pairs
    assert sum(slip.pairs for slip in found.false_merges.worst) == pairs.found - pairs.both
    assert sum(slip.pairs for slip in found.misses.worst) == pairs.gold - pairs.both


def test_a_run_that_finds_the_gold_has_nothing_to_list() -> None:
    found = evaluate(report([cluster("a", "b")]), gold_of_clusters([["a", "b"]], ["a"]), "abc")
    assert (found.figures.pairwise.f1, found.false_merges.total, found.misses.total) == (1.0, 0, 0)
    assert found.canonicals
    assert (found.canonicals.right, found.canonicals.total) == (1, 1)


def test_a_canonical_counts_only_where_its_story_is_in_a_cluster() -> None:
    found = evaluate(report([cluster("b", "a")]), gold_of_clusters([["a", "b"], ["c", "d"]], ["a", "c"]), "abcd")
    assert found.canonicals
    assert (found.canonicals.right, found.canonicals.total) == (0, 1)


def scores_of(**relations: str) -> Callable[[Collection[Pair]], dict[Pair, Match]]:
    """Return what scores pairs now: each pair of letters as named."""
    return lambda pairs: {pair: match(*pair, relations["".join(pair)]) for pair in pairs}


def test_a_miss_shows_what_the_run_called_the_pair_and_its_scores() -> None:
    gold = gold_of_pairs(
        {(left, right): Verdict(True, "near") for left, right in ("ab", "cd", "ef")} | {("g", "h"): Verdict(False)}
    )
    run = report(matches=[match("a", "b", "template")])
    found = evaluate(run, gold, "abcdefgh", rescore=scores_of(cd="related", ef="reworded"))
    assert {(slip.left, slip.run) for slip in found.misses.worst} == {("a", "template"), ("c", "none"), ("e", "unseen")}
    assert all(slip.match and slip.gold == "near" for slip in found.misses.worst)


def test_a_false_merge_that_the_run_never_compared_was_made_by_its_cluster() -> None:
    gold = gold_of_pairs({("b", "c"): Verdict(False, "template")})
    (merge,) = evaluate(report([cluster("a", "b", "c")]), gold, "abc", rescore=scores_of(bc="near")).false_merges.worst
    assert (merge.run, merge.gold, merge.match and merge.match.relation) == ("same cluster", "template", "near")


def test_without_a_way_to_score_them_pairs_show_no_scores() -> None:
    (miss,) = evaluate(report(), gold_of_clusters([["a", "b"]]), "ab").misses.worst
    assert (miss.run, miss.match) == ("none", None)


def test_relations_count_what_gold_and_run_call_each_pair() -> None:
    verdicts = {("a", "b"): "near", ("a", "c"): "near", ("b", "c"): "reworded", ("c", "d"): "none", ("y", "z"): "near"}
    gold = gold_of_pairs({pair: Verdict(name != "none", name) for pair, name in verdicts.items()})
    found = evaluate(report([cluster("a", "b", "c")]), gold, "abcd")
    named = [(row.gold, row.found, row.pairs) for row in found.relations]
    assert named == [("near", "near", 2), ("none", "none", 1), ("reworded", "same cluster", 1)]


def test_stories_of_the_gold_that_the_input_lacks_are_named_and_left_out() -> None:
    found = evaluate(report([cluster("a", "b")]), gold_of_clusters([["a", "b", "z"]]), "ab")
    assert (found.unknown, found.figures.pairwise.recall) == (("z",), 1.0)


def test_a_sample_lists_only_its_own_pairs() -> None:
    gold = gold_of_pairs({("a", "b"): Verdict(False), ("c", "d"): Verdict(True)})
    found = evaluate(report([cluster("a", "b", "x")]), gold, "abcdx", limit=5)
    assert [(slip.left, slip.right) for slip in found.false_merges.worst] == [("a", "b")]
    assert [(slip.left, slip.right) for slip in found.misses.worst] == [("c", "d")]
    assert found.judged == 2


@pytest.mark.parametrize(("limit", "listed"), [(0, 0), (1, 1), (9, 2)])
def test_the_limit_cuts_the_list_and_not_the_count(limit: int, listed: int) -> None:
    found = evaluate(report(), gold_of_clusters([["a", "b"], ["c", "d"]]), "abcd", limit)
    assert (len(found.misses.worst), found.misses.total) == (listed, 2)


def test_a_document_is_plain_data_with_four_digits() -> None:
    gold = gold_of_clusters([["a", "b"], ["c", "d", "e"]])
    run = report([cluster("a", "b"), cluster("c", "d")])
    found = document(evaluate(run, gold, "abcde"), sweep(run, judge_of(gold, "abcde")))
    assert found["figures"]["pairwise"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667}
    assert found["misses"]["worst"][0]["match"] is None
    assert found["sweep"][0]["threshold"] == "similarity"
