"""What people decided, brought to stories by key, so that every step tells it of the few nodes that it looks at."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.accepted import Settled
from dedupe.pipeline.compared import local
from dedupe.pipeline.decided import Decided, decide, digest
from dedupe.pipeline.keyed.columns import among, array, batch_from

if TYPE_CHECKING:
    import numpy as np

    from dedupe.engines.tables import Tables

    Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Ruled:
    """Decisions by the keys of the stories that they speak of, int64[n], sorted; `decided` numbers these.

    They are collected: they grow with what people decided, not with the stories.
    """

    keys: "Array"
    decided: Decided

    @property
    def same(self) -> "Array":
        """Pairs of keys that join, int64[s, 2], left < right."""
        return self.keys[self.decided.same]

    def of(self, keys: "Array") -> Decided:
        """Return the decisions on some nodes, whose keys, int64[m], are sorted."""
        import numpy as np

        rest = self.decided.tier.max(initial=0)  # of those that no decision speaks of; kept ones have less
        label, tier = np.zeros(len(keys), np.int32), np.full(len(keys), rest, np.int8)
        here = np.isin(self.keys, keys)
        place = np.searchsorted(keys, self.keys[here])
        label[place], tier[place] = self.decided.label[here], self.decided.tier[here]
        same = self.decided.same[here[self.decided.same].all(axis=1)]
        return Decided(label, self.decided.different, local(self.keys[same], keys), tier)


def ruled(tables: "Tables", rows: Any, decisions: Settled) -> Ruled:
    """Return the decisions in force on rows of signed stories."""
    import numpy as np

    contents = np.array(sorted({digest(side) for told in decisions.in_force for side in told.pair}), np.int64)
    if not len(contents):
        return Ruled(np.empty(0, np.int64), decide(np.empty(0, np.int64), ()))
    told = tables.map(tables.select(rows, ["key", "content"]), partial(among, name="content", values=contents))
    batch = batch_from(tables.collect(told))
    order = np.argsort(array(batch, "key"))
    return Ruled(array(batch, "key")[order], decide(array(batch, "content")[order], decisions.in_force))
