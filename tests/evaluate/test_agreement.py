from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.evaluate.agreement import Agreement, Score, agreement

Labels = list[tuple[int, int]]

LABELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=14)


def pairs_within(labels: list[int]) -> set[tuple[int, int]]:
    return {(i, j) for i, j in combinations(range(len(labels)), 2) if labels[i] == labels[j]}


def figures(labels: Labels) -> Agreement:
    gold, found = (np.array(column, np.int64) for column in (zip(*labels, strict=True) if labels else ([], [])))
    return agreement(gold, found)


@given(LABELS)
def test_pair_counts_are_those_of_all_pairs(labels: Labels) -> None:
    gold, found = pairs_within([g for g, _ in labels]), pairs_within([f for _, f in labels])
    pairs = figures(labels).pairs
    assert (pairs.gold, pairs.found, pairs.both) == (len(gold), len(found), len(gold & found))


@given(LABELS.filter(bool))
def test_bcubed_is_the_mean_over_stories_by_its_definition(labels: Labels) -> None:
    def mean_share(own: int, other: int) -> float:
        def share(i: int) -> float:
            mine = [j for j in range(len(labels)) if labels[j][own] == labels[i][own]]
            return sum(labels[j][other] == labels[i][other] for j in mine) / len(mine)

        return sum(map(share, range(len(labels)))) / len(labels)

    score = figures(labels).bcubed
    assert score
    assert score.precision == pytest.approx(mean_share(1, 0))
    assert score.recall == pytest.approx(mean_share(0, 1))


@given(LABELS.filter(bool))
def test_rand_is_the_pair_counts_against_chance(labels: Labels) -> None:
    found = figures(labels)
    every, (gold, ours, both) = len(labels) * (len(labels) - 1) / 2, (found.pairs.gold, found.pairs.found, found.pairs.both)
    chance = gold * ours / every if every else 0
    ceiling = (gold + ours) / 2
    assert found.rand == pytest.approx((both - chance) / (ceiling - chance) if ceiling != chance else 1.0)


@given(LABELS)
def test_gold_agrees_with_itself_whatever_the_groups_are_called(labels: Labels) -> None:
    found = figures([(g, 7 - g) for g, _ in labels])
    assert found.bcubed
    assert (found.pairwise.f1, found.bcubed.f1, found.rand) == (1.0, 1.0, 1.0)


@given(LABELS)
def test_to_swap_gold_and_found_is_to_swap_precision_and_recall(labels: Labels) -> None:
    one, other = figures(labels), figures([(f, g) for g, f in labels])
    assert (one.pairwise.precision, one.pairwise.recall) == (other.pairwise.recall, other.pairwise.precision)
    assert one.bcubed
    assert other.bcubed
    assert (one.bcubed.precision, one.bcubed.recall) == pytest.approx((other.bcubed.recall, other.bcubed.precision))


def test_a_million_stories_need_no_pair_by_pair_count() -> None:
    ids = np.arange(1_000_000)
    found = agreement(ids // 2, np.zeros(1_000_000, np.int64))
    assert (found.pairs.gold, found.pairs.found) == (500_000, 1_000_000 * 999_999 // 2)


def test_no_precision_and_no_recall_make_no_f1() -> None:
    assert Score.of(0.0, 0.0).f1 == 0.0
