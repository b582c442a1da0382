"""Duplicate pairs -> components -> verified stars: every member is a duplicate of its cluster's canonical."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


class Links(NamedTuple):
    """Duplicate pairs, int32[p, 2], and how much of each side the other tells, float32[p, 2]."""

    pairs: "Array"
    told: "Array"


def stars(
    nodes: int,
    links: Links,
    verify: "Callable[[Array], Array]",
    rank: "Callable[[Array, Array], Array]",
    part: "Callable[[Array, Array], Array] | None" = None,
) -> "Array":
    """Return the canonical of each node, int32[nodes]; a node that is alone is its own.

    Components of the links each choose the node with the greatest rank; nodes that `verify` finds to be no duplicates of
    it leave, and choose again among themselves.

    verify  (pairs int32[q, 2]) -> bool[q]: whether each pair is one of duplicates
    rank    (support float32[nodes], nodes int32[m]) -> int64[m]: the order in which nodes speak for others, least first;
            `support` sums how much of the others each node tells
    part    (spokes int32[q, 2], holds bool[q]) -> bool[q]: which of the spokes, (member, centre), that hold may stand together
    """
    import numpy as np

    centre = np.arange(nodes, dtype=np.int32)
    pairs, told = links
    known = _codes(pairs)
    while len(pairs):
        group = components(nodes, pairs)
        chosen = _choose(group, pairs, told, nodes, rank)
        members = np.unique(pairs)
        spokes = np.stack((members, chosen[group[members]]), axis=1)
        spokes = spokes[spokes[:, 0] != spokes[:, 1]]
        holds = np.isin(_codes(spokes), known)
        if not holds.all():
            holds[~holds] = verify(np.sort(spokes[~holds], axis=1))
        holds = part(spokes, holds) if part else holds
        centre[spokes[holds, 0]] = spokes[holds, 1]
        done = np.zeros(nodes, bool)
        done[spokes[holds].ravel()] = True
        done[chosen[group[members]]] = True
        rest = ~done[pairs].any(axis=1)
        pairs, told = pairs[rest], told[rest]
    return centre


def components(nodes: int, pairs: "Array") -> "Array":
    """Return the number of the connected component of each node, int32[nodes]."""
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    edges = coo_matrix((np.ones(len(pairs), np.int8), (pairs[:, 0], pairs[:, 1])), shape=(nodes, nodes))
    return np.asarray(connected_components(edges, directed=False)[1], np.int32)


def _choose(group: "Array", pairs: "Array", told: "Array", nodes: int, rank: "Callable[[Array, Array], Array]") -> "Array":
    """Return the canonical of each component that has a pair, int32 by component; -1 for the others."""
    import numpy as np

    support = np.bincount(pairs[:, 1], weights=told[:, 0], minlength=nodes) + np.bincount(
        pairs[:, 0], weights=told[:, 1], minlength=nodes
    )
    members = np.unique(pairs)
    order = members[rank(support.astype(np.float32), members)]
    chosen = np.full(group.max() + 1, -1, np.int32)
    _, first = np.unique(group[order], return_index=True)
    chosen[group[order[first]]] = order[first]
    return chosen


def _codes(pairs: "Array") -> "Array":
    """Return one number, int64, for each unordered pair."""
    import numpy as np

    return np.asarray(pairs.min(axis=1).astype(np.int64) << 32 | pairs.max(axis=1).astype(np.int64))
