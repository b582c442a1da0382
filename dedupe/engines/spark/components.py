"""Components of a graph whose edges are pairs."""

from typing import TYPE_CHECKING

from dedupe.engines.tables import COMPONENT, PAIR

if TYPE_CHECKING:
    import pyarrow as pa


def components(pairs: "pa.Table") -> "pa.Table":
    """Return COMPONENT of the nodes of all pairs."""
    import numpy as np
    import pyarrow as pa
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    sides = [pairs.column(side).to_numpy() for side in PAIR]
    nodes, places = np.unique(np.concatenate(sides), return_inverse=True)
    left, right = places[: len(pairs)], places[len(pairs) :]
    ties = coo_array((np.ones(len(pairs), np.bool_), (left, right)), shape=(len(nodes), len(nodes)))
    count, labels = connected_components(ties, directed=False) if len(nodes) else (0, np.empty(0, np.int32))
    least = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(least, labels, nodes)
    return pa.table([pa.array(nodes, pa.int64()), pa.array(least[labels], pa.int64())], names=list(COMPONENT))
