"""What people decided, brought to the nodes of a corpus: which pairs join, which never do, and who is kept."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.accepted import Decision, Verdict
from dedupe.model import DUPLICATES, Relation
from dedupe.score import ORDER

if TYPE_CHECKING:
    import numpy as np

    from dedupe.pipeline.find import Scored

    Array = np.ndarray[Any, Any]
    Rank = Callable[[Array, Array], Array]

JOINED, APART = ORDER.index(Relation.REWORDED), len(ORDER)
LAST_DUPLICATE = len(DUPLICATES) - 1  # in ORDER


class Decided(NamedTuple):
    """Decisions by node.

    label      int32[n]     0, or the number of the node's content among those that decisions speak of
    different  int64[d]     codes of labels that never join, sorted
    same       int32[s, 2]  nodes that join, left < right
    tier       int8[n]      the order in which nodes speak for others, before any policy: kept ones first
    """

    label: "Array"
    different: "Array"
    same: "Array"
    tier: "Array"

    def are_different(self, pairs: "Array") -> "Array":
        """Return which pairs of nodes, int32[p, 2], are said to be different, bool[p]."""
        import numpy as np

        return np.isin(_codes(self.label[pairs]), self.different)

    def relations(self, pairs: "Array", relation: "Array") -> "Array":
        """Return the relations of pairs of nodes, int8[p], as they are decided where they are."""
        import numpy as np

        if not len(self.different) and not len(self.same):
            return relation
        joined = np.isin(_codes(pairs), _codes(self.same)) & (relation > LAST_DUPLICATE)
        relation = np.where(joined, JOINED, relation)
        return np.where(self.are_different(pairs), APART, relation).astype(np.int8)

    def ranked(self, rank: "Rank") -> "Rank":
        """Return the order in which nodes speak for others, with the kept ones first."""
        import numpy as np

        if not self.tier.any():
            return rank

        def kept_first(support: "Array", nodes: "Array") -> "Array":
            order = rank(support, nodes)
            return np.asarray(order[np.argsort(self.tier[nodes[order]], kind="stable")])

        return kept_first

    def parted(self, spokes: "Array", holds: "Array") -> "Array":
        """Return which spokes, (member, centre) int32[q, 2], still hold, bool[q], where of two that never join one goes."""
        import numpy as np

        stays = holds.copy()
        there: dict[int, set[int]] = defaultdict(set)
        for row in np.flatnonzero(holds & (self.label[spokes[:, 0]] > 0)).tolist() if len(self.different) else ():
            label, centre = int(self.label[spokes[row, 0]]), int(spokes[row, 1])
            stays[row] = there[centre].isdisjoint(self._against(label))
            if stays[row]:
                there[centre].add(label)
        return stays

    def _against(self, label: int) -> set[int]:
        """Return the labels that never join a label."""
        low, high = self.different >> 32, self.different & 0xFFFFFFFF
        return {*low[high == label].tolist(), *high[low == label].tolist()}

    def joined(self, centre: "Array", rank: "Rank") -> "Array":
        """Return the centre of each node, int32[n], with stars of one story made one, unless two of it never join."""
        import numpy as np

        from dedupe.cluster import components

        if not len(self.same):
            return centre
        group, centre = components(len(centre), centre[self.same])[centre], centre.copy()
        for number in np.unique(group[self.same]).tolist():
            members = np.flatnonzero(group == number)
            stars = np.unique(centre[members])
            if len(stars) > 1 and not self._quarrel(members):
                order = self.ranked(rank)(np.zeros(len(centre), np.float32), stars)
                centre[members] = stars[order[0]]
        return centre

    def named(self, scored: "Scored", centre: "Array") -> "Scored":
        """Return scored pairs with those of a member and its centre, int32[n], named as duplicates, since they are joined."""
        import numpy as np

        if not len(self.same):
            return scored
        spoke = (centre[scored.pairs] == scored.pairs[:, ::-1]).any(axis=1)
        return scored._replace(relation=np.where(spoke & (scored.relation > LAST_DUPLICATE), JOINED, scored.relation))

    def _quarrel(self, members: "Array") -> bool:
        """Whether two of the members never join."""
        import numpy as np

        labels, copies = np.unique(self.label[members], return_counts=True)
        low, high = self.different >> 32, self.different & 0xFFFFFFFF
        twice = labels[copies > 1]
        return bool((np.isin(low, labels) & np.isin(high, labels) & ((low != high) | np.isin(low, twice))).any())


def decide(contents: "Array", decisions: Iterable[Decision]) -> Decided:
    """Return decisions on the contents, int64[n], of nodes; those of which a content is not there decide nothing."""
    import numpy as np

    named = sorted({digest(side) for told in decisions for side in told.pair})
    known = np.array(named, np.int64)
    at = np.searchsorted(known, contents) if len(known) else np.zeros(len(contents), np.int64)
    found = known[np.minimum(at, len(known) - 1)] == contents if len(known) else np.zeros(len(contents), bool)
    label = np.where(found, at + 1, 0).astype(np.int32)
    label_of = {name: place for place, name in enumerate(named, 1)}
    pairs = defaultdict(list)
    for told in decisions:
        pairs[told.verdict].append((label_of[digest(told.left)], label_of[digest(told.right)]))
    different = np.array(pairs[Verdict.DIFFERENT], np.int32).reshape(-1, 2)
    return Decided(label, np.unique(_codes(different)), _nodes(label, pairs[Verdict.SAME]), _tiers(label, pairs[Verdict.KEEP]))


def digest(content: str) -> int:
    """Return the digest, signed as in its column, that a content names."""
    digest = int(content, 16)
    return digest - 2**64 if digest >= 2**63 else digest


def _codes(pairs: "Array") -> "Array":
    """Return one number, int64[p], for each unordered pair."""
    import numpy as np

    return np.asarray(pairs.min(axis=1).astype(np.int64) << 32 | pairs.max(axis=1).astype(np.int64))


def _nodes(label: "Array", pairs: list[tuple[int, int]]) -> "Array":
    """Return pairs of nodes, int32[s, 2], that tie all nodes of the labels of each pair."""
    import numpy as np

    ties = [np.empty((0, 2), np.int32)]
    labelled = np.flatnonzero(label).astype(np.int32)
    for pair in _present(label, pairs):
        nodes = labelled[np.isin(label[labelled], pair)]
        ties.append(np.stack((np.full(len(nodes) - 1, nodes[0], np.int32), nodes[1:]), axis=1))
    return np.unique(np.concatenate(ties), axis=0)


def _tiers(label: "Array", pairs: list[tuple[int, int]]) -> "Array":
    """Return the tier of each node, int8[n]: 0 kept, 1 kept and something is kept over it, 2 the others; all 0 where none is."""
    import numpy as np

    present = [(left, right) for left, right in _present(label, pairs) if left != right]
    if not present:
        return np.zeros(len(label), np.int8)
    kept, under = ([pair[side] for pair in present] for side in (0, 1))
    return np.where(np.isin(label, kept), np.where(np.isin(label, under), 1, 0), 2).astype(np.int8)


def _present(label: "Array", pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs of labels that both have a node."""
    import numpy as np

    here = set(np.unique(label).tolist())
    return [pair for pair in pairs if here.issuperset(pair)]
