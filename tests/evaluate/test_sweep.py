import pytest

from dedupe.evaluate.agreement import Pairs
from dedupe.evaluate.gold import gold_of_clusters
from dedupe.evaluate.judge import judge_of
from dedupe.evaluate.sweep import sweep
from dedupe.model import Match
from dedupe.settings import Settings
from tests.evaluate.made import match, report

GOLD = gold_of_clusters([["a", "b"], ["c", "d"], ["e", "f"]])
IDS = "abcdef"


def cuts(matches: list[Match], threshold: str) -> dict[float, Pairs]:
    every = sweep(report(matches=matches), judge_of(GOLD, IDS))
    return {cut.value: cut.figures.pairs for cut in every if cut.threshold == threshold}


def test_the_values_of_each_threshold_hold_the_one_of_the_run() -> None:
    every = sweep(report(matches=[match("a", "b")]), judge_of(GOLD, IDS))
    current = {cut.threshold: cut.value for cut in every if cut.current}
    assert current == {
        name: getattr(Settings(), name) for name in ("near", "containment", "cosine", "aligned", "coverage", "anchor")
    }


def test_a_higher_near_threshold_drops_near_pairs_below_it_and_no_others() -> None:
    found = cuts([match("a", "b", jaccard=0.6), match("c", "d", "reworded", jaccard=0.1)], "near")
    assert (found[0.6].found, found[0.65].found) == (2, 1)


def test_a_lower_near_threshold_takes_in_overlaps_with_shared_anchors() -> None:
    overlaps = [match("a", "b", "overlap", jaccard=0.4), match("c", "d", "overlap", jaccard=0.4, anchor=0.1)]
    found = cuts(overlaps, "near")
    assert (found[0.4].found, found[0.45].found) == (1, 0)


def test_a_lower_anchor_threshold_takes_in_templates() -> None:
    found = cuts([match("a", "b"), match("c", "d", "template", anchor=0.4)], "anchor")
    assert (found[0.4].found, found[0.45].found, found[0.95].found) == (2, 1, 0)


def test_identical_stories_stay_at_any_threshold() -> None:
    every = sweep(report(matches=[match("a", "b", "identical", anchor=0.0)]), judge_of(GOLD, IDS))
    assert {cut.figures.pairs.found for cut in every} == {1}


@pytest.mark.parametrize(("threshold", "score"), [("cosine", "cosine"), ("aligned", "alignment")])
def test_a_pair_reworded_by_its_cosine_stays_while_its_coverage_suffices(threshold: str, score: str) -> None:
    both = match("a", "b", "reworded", **{score: 0.6})
    only = match("c", "d", "reworded", **{score: 0.6}, coverage=0.1)
    found = cuts([both, only], threshold)
    assert (found[0.6].found, found[0.65].found) == (2, 1)


def test_a_pair_reworded_by_its_coverage_stays_while_its_cosine_and_alignment_suffice() -> None:
    both, only = match("a", "b", "reworded", coverage=0.6), match("c", "d", "reworded", coverage=0.6, alignment=0.1)
    found = cuts([both, only], "coverage")
    assert (found[0.6].found, found[0.65].found) == (2, 1)


def test_pairs_join_across_the_stories_between_them() -> None:
    found = cuts([match("a", "b"), match("b", "c")], "similarity")
    assert found[0.3].found == 3


def test_a_run_without_matches_finds_nothing_at_any_value() -> None:
    every = sweep(report(), judge_of(GOLD, IDS))
    assert {cut.figures.pairs.found for cut in every} == {0}
