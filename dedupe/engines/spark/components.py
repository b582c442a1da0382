"""Components of a graph whose edges are pairs: on one machine, or on as many as there are."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

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


NODE, NEAR, LEAST = COMPONENT[0], "near", "least"


def stars(pairs: Any, keep: Callable[[str, Any], Any]) -> Any:
    """Return COMPONENT of the nodes of all pairs: each is tied to lesser ones by turns, until all have the least.

    The turns are large-star and small-star: Kiveris et al. (2014), Connected components in MapReduce and beyond.

    keep  what makes rows once and for all
    """
    from pyspark.sql import functions as f

    one, other = (f.col(side) for side in PAIR)
    nodes = pairs.select(f.explode(f.array(*PAIR)).alias(NODE)).distinct()
    ties = pairs.filter(one != other).select(f.greatest(*PAIR).alias(NODE), f.least(*PAIR).alias(NEAR)).distinct()
    ties = keep("ties", ties)
    before, now = None, _checksum(ties)
    while now != before:
        ties = keep("ties", _small_star(_large_star(ties)))
        before, now = now, _checksum(ties)
    found = nodes.join(ties, on=NODE, how="left_outer")
    return found.select(NODE, f.coalesce(NEAR, NODE).alias(COMPONENT[1]))


def _large_star(ties: Any) -> Any:
    """Return ties of the greater neighbours of each node to the least of all and itself."""
    from pyspark.sql import functions as f

    both = ties.select(NODE, NEAR).union(ties.select(f.col(NEAR).alias(NODE), f.col(NODE).alias(NEAR)))
    least = both.groupBy(NODE).agg(f.least(f.min(NEAR), NODE).alias(LEAST))
    greater = both.filter(f.col(NEAR) > f.col(NODE)).join(least, on=NODE)
    return greater.select(f.col(NEAR).alias(NODE), f.col(LEAST).alias(NEAR)).distinct()


def _small_star(ties: Any) -> Any:
    """Return ties of each node and of its lesser neighbours to the least of these."""
    from pyspark.sql import functions as f

    least = ties.groupBy(NODE).agg(f.min(NEAR).alias(NEAR))
    others = ties.join(least.withColumnRenamed(NEAR, LEAST), on=NODE).filter(f.col(NEAR) != f.col(LEAST))
    return least.union(others.select(f.col(NEAR).alias(NODE), f.col(LEAST).alias(NEAR))).distinct()


def _checksum(ties: Any) -> Any:
    """Return what tells two sets of ties apart."""
    from pyspark.sql import functions as f

    wide = f.xxhash64(NODE, NEAR).cast("decimal(20,0)")  # the sum of 64-bit numbers would overflow
    return ties.agg(f.count(f.lit(1)), f.sum(wide)).first()
