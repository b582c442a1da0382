"""Stories that tell the same event: average link over their alignment, never single link."""

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


def events(groups: "Array", pairs: "Array", alignment: "Array", least: float) -> "Array":
    """Return the event of each node, int32[n]: the least node in it.

    Groups, here the clusters, join while the mean alignment over all pairs between two of them, 0 where a pair was not
    scored, is at least `least`; the most alike first (average link; Sokal and Michener 1958).

    groups     int32[n]     the group each node starts in, named by one of its nodes
    pairs      int32[p, 2]  nodes, each pair once
    alignment  float32[p]
    """
    import numpy as np

    size, sums = _start(groups, pairs, alignment)
    parent = np.asarray(groups).copy()
    links = ((left, right, total) for left in sums for right, total in sums[left].items() if left < right)
    heap = [(-total / (size[left] * size[right]), left, right) for left, right, total in links]
    heapify(heap)
    while heap and -heap[0][0] >= least:
        mean, left, right = heappop(heap)
        if left not in sums or right not in sums[left] or mean != -sums[left][right] / (size[left] * size[right]):
            continue
        for other in _merge(left, right, size, sums):
            heappush(heap, (-sums[left][other] / (size[left] * size[other]), min(left, other), max(left, other)))
        parent[right] = left
    return _roots(parent)


def _start(groups: "Array", pairs: "Array", alignment: "Array") -> tuple[dict[int, int], dict[int, dict[int, float]]]:
    """Return how many nodes each group has, and the summed alignment between groups."""
    import numpy as np

    names, counts = np.unique(groups, return_counts=True)
    size = dict(zip(names.tolist(), counts.tolist(), strict=True))
    sums: dict[int, dict[int, float]] = {}
    for left, right, value in zip(groups[pairs[:, 0]].tolist(), groups[pairs[:, 1]].tolist(), alignment.tolist(), strict=True):
        if left != right:
            for one, other in ((left, right), (right, left)):
                row = sums.setdefault(one, {})
                row[other] = row.get(other, 0.0) + value
    return size, sums


def _merge(left: int, right: int, size: dict[int, int], sums: dict[int, dict[int, float]]) -> list[int]:
    """Join the right group to the left one; return the groups whose sums with it changed."""
    size[left] += size.pop(right)
    gone = sums.pop(right)
    del gone[left], sums[left][right]
    for other, total in gone.items():
        del sums[other][right]
        sums[left][other] = sums[other][left] = sums[left].get(other, 0.0) + total
    return sorted(sums[left])


def _roots(parent: "Array") -> "Array":
    """Return the root of each node, renamed to the least node of its tree."""
    import numpy as np

    while (parent[parent] != parent).any():
        parent = parent[parent]
    least = np.full(len(parent), len(parent), np.int64)
    np.minimum.at(least, parent, np.arange(len(parent)))
    return least[parent].astype(np.int32)
