from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import average, fcluster

from dedupe.related import events
from tests import naive
from tests.strategies import law

GROUPS = st.lists(st.integers(0, 3), min_size=2, max_size=8)
SEEDS = st.integers(0, 2**32 - 1)
LEVELS = st.sampled_from([0.3, 0.4, 0.5, 0.6])


def found(groups: list[int], alignment: dict[tuple[int, int], float], least: float) -> list[int]:
    pairs = np.array([*alignment], np.int32).reshape(-1, 2)
    return [int(event) for event in events(np.array(groups, np.int32), pairs, np.array([*alignment.values()]), least)]


def drawn(nodes: int, seed: int, share: float = 1.0) -> dict[tuple[int, int], float]:
    """Return alignments of a share of all pairs; no two of them, and no two means, are equal."""
    rng = np.random.default_rng(seed)
    return {pair: float(rng.random()) for pair in combinations(range(nodes), 2) if rng.random() <= share}


def named(groups: list[int]) -> list[int]:
    """Return groups as the line names them: by one of their nodes."""
    return [groups.index(group) for group in groups]


@law
@given(st.integers(2, 9), SEEDS, LEVELS)
def test_events_of_single_stories_are_those_of_average_linkage(nodes: int, seed: int, least: float) -> None:
    alignment = drawn(nodes, seed)
    known = fcluster(average(1 - np.array([*alignment.values()])), 1 - least, "distance").tolist()
    assert found([*range(nodes)], alignment, least) == [known.index(event) for event in known]


@law
@given(GROUPS, SEEDS, LEVELS, st.sampled_from([0.3, 0.7, 1.0]))
def test_events_of_clusters_are_the_naive_ones(groups: list[int], seed: int, least: float, share: float) -> None:
    alignment = drawn(len(groups), seed, share)
    assert found(named(groups), alignment, least) == naive.events(groups, alignment, least)


@law
@given(GROUPS, st.data())
def test_no_two_events_are_as_alike_as_asked_and_no_cluster_is_torn(groups: list[int], data: st.DataObject) -> None:
    tenths = st.integers(0, 10).map(lambda tenth: tenth / 10)
    alignment = {pair: data.draw(tenths) for pair in combinations(range(len(groups)), 2)}
    event = found(named(groups), alignment, 0.45)
    for left, right in combinations(sorted(set(event)), 2):
        between = [value for (i, j), value in alignment.items() if {event[i], event[j]} == {left, right}]
        assert sum(between) / len(between) < 0.45 + 1e-9
    assert len({*zip(groups, event, strict=True)}) == len(set(groups))


def test_a_round_up_does_not_chain_two_events() -> None:
    assert found([0, 1, 2], {(0, 1): 0.9, (1, 2): 0.8}, 0.5) == [0, 0, 2]


def test_a_chain_of_hundreds_does_not_become_one_event() -> None:
    chain = {(node, node + 1): 0.5 for node in range(299)}
    event = found([*range(300)], chain, 0.24)
    assert max(event.count(name) for name in set(event)) <= 4


@pytest.mark.parametrize("nodes", [1, 3])
def test_without_pairs_every_cluster_is_alone(nodes: int) -> None:
    assert found([0] * nodes, {}, 0.2) == [0] * nodes
    assert found([*range(nodes)], {}, 0.2) == [*range(nodes)]
