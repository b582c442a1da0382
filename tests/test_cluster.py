from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.cluster import Links, components, stars
from tests import naive
from tests.strategies import Array, law

NODES = 9
PAIR = st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1)).filter(lambda pair: pair[0] < pair[1])
EIGHTHS = st.integers(1, 8).map(lambda eighths: eighths / 8)
LINKS = st.dictionaries(PAIR, st.tuples(EIGHTHS, EIGHTHS), max_size=14)
Told = dict[tuple[int, int], tuple[float, float]]


def found(links: Told, truth: set[tuple[int, int]], nodes: int = NODES) -> list[int]:
    """Return the stars of links where the pairs in `truth`, too, are duplicates."""

    def verify(pairs: Array) -> Array:
        return np.array([tuple(pair) in truth for pair in pairs.tolist()], bool)

    def rank(support: Array, members: Array) -> Any:
        return np.lexsort((members, -support[members]))

    pairs = np.array(sorted(links), np.int32).reshape(-1, 2)
    told = np.array([links[pair] for pair in sorted(links)], np.float32).reshape(-1, 2)
    return [int(node) for node in stars(nodes, Links(pairs, told), verify, rank)]


@law
@given(st.lists(PAIR, max_size=12))
def test_components_are_the_naive_ones(pairs: list[tuple[int, int]]) -> None:
    group = components(NODES, np.array(pairs, np.int32).reshape(-1, 2)).tolist()
    least = naive.components(NODES, pairs)
    assert len({*zip(group, least, strict=True)}) == len(set(group)) == len(set(least))


@law
@given(LINKS, st.sets(PAIR, max_size=8))
def test_stars_are_the_naive_ones(links: Told, truth: set[tuple[int, int]]) -> None:
    assert found(links, truth) == naive.stars(NODES, links, truth)


@law
@given(LINKS, st.sets(PAIR, max_size=8))
def test_every_member_is_a_duplicate_of_its_centre_which_is_its_own(links: Told, truth: set[tuple[int, int]]) -> None:
    centre = found(links, truth)
    spokes = {(min(node, at), max(node, at)) for node, at in enumerate(centre) if node != at}
    assert spokes <= {*links, *truth}
    assert all(centre[at] == at for at in centre)


@law
@given(LINKS)
def test_no_two_linked_nodes_are_both_left_alone(links: Told) -> None:
    centre = found(links, set())
    alone = {node for node in range(NODES) if centre.count(node) == 1 and centre[node] == node}
    assert not [pair for pair in links if {*pair} <= alone]


@law
@given(st.lists(PAIR, max_size=12))
def test_where_all_of_a_component_are_duplicates_it_stays_whole(pairs: list[tuple[int, int]]) -> None:
    least = naive.components(NODES, pairs)
    truth = {(i, j) for i in range(NODES) for j in range(i + 1, NODES) if least[i] == least[j]}
    centre = found(dict.fromkeys(pairs, (1.0, 1.0)), truth)
    assert len({*zip(centre, least, strict=True)}) == len(set(centre)) == len(set(least))


def test_a_chain_of_forty_whose_ends_share_nothing_falls_into_stars() -> None:
    centre = found({(node, node + 1): (1.0, 1.0) for node in range(39)}, set(), 40)
    assert max(centre.count(node) for node in set(centre)) == 3
    assert all(abs(node - at) <= 1 for node, at in enumerate(centre))
