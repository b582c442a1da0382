"""Verified stars of duplicates by key: every component is settled where its pairs come together."""

from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.canonical import Traits, speakers
from dedupe.cluster import Links, stars
from dedupe.engines.tables import PAIR
from dedupe.pipeline.compared import local
from dedupe.pipeline.find import LAST_DUPLICATE
from dedupe.pipeline.keyed.columns import array, batch_of, both, named, put, where
from dedupe.pipeline.keyed.scoring import scored

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.tables import Shared
    from dedupe.pipeline.keyed.corpus import Keyed
    from dedupe.pipeline.keyed.ruled import Ruled

    Array = np.ndarray[Any, Any]

CENTRED = ("key", "centre")
TRAITS = ("truncated", "length", "published")
LINK, HOLDS, FAILS = 0, 1, 2  # kinds of pairs: a link, and what `verify` said of another
TOLD = ("told_left", "told_right")


def starred(corpus: "Keyed", known: Any, gone: Any, jaccard: float) -> tuple[Any, list[Any]]:
    """Return CENTRED of each story that has another for its centre, and the scores of the pairs of these that were not known.

    A component whose centre is paired with stories it was never compared with asks for these pairs, and is looked at again
    with what they are like: what is asked are few pairs, and everything else stays where it is.

    known    scored pairs
    gone     keys of stories that stand aside, or None
    jaccard  least similarity of a duplicate here
    """
    tables = corpus.tables
    links = tables.map(known, partial(_links, jaccard=jaccard))
    for side in PAIR if gone is not None else ():
        links = tables.join(links, tables.map(gone, partial(named, names={"key": side})), [side], "anti")
    links = tables.keep("links", _described(corpus, links))
    policy = corpus.settings.canonical
    step = partial(_settled, policy="longest" if jaccard and policy == "coverage" else policy, ruled=corpus.ruled)
    centres, verified = [], []
    while True:
        told = tables.keep("stars", tables.group(links, ["component"], [*PAIR, "kind"], step))
        centres.append(tables.map(told, _centres))
        asked = tables.map(told, _asked)
        if not tables.count(asked):
            break
        verified.append(tables.keep("verified", scored(corpus, asked)))
        still = tables.distinct(tables.select(asked, ["component"]))
        answers = tables.join(asked, tables.map(verified[-1], partial(_links, jaccard=jaccard, every=True)), list(PAIR))
        links = tables.keep(
            "links", tables.union(tables.join(links, still, ["component"], "semi"), tables.map(answers, _answers))
        )
    centred = tables.union(*centres)
    kept = tables.map(centred, spokes)
    return centred, [tables.join(some, kept, list(PAIR), "semi") for some in verified]


def _links(batch: "pa.RecordBatch", jaccard: float, every: bool = False) -> "pa.RecordBatch":
    """Return the pairs of duplicates among scored ones, or every pair, and how much of each side the other tells."""
    import numpy as np

    told = np.maximum(both(batch, "sides_left", "sides_right"), array(batch, "jaccard")[:, None])
    told[array(batch, "equal")] = 0  # copies do not vote for each other
    holds = (array(batch, "relation") <= LAST_DUPLICATE) & (array(batch, "jaccard") >= jaccard)
    kind = np.where(holds, HOLDS if every else LINK, FAILS).astype(np.int32)
    found = put(batch.select(list(PAIR)), batch_of(told=told, kind=kind))
    return found if every else where(found, holds)


def _described(corpus: "Keyed", links: Any) -> Any:
    """Return links with their component and the traits of both sides."""
    tables, traits = corpus.tables, corpus.columns(*TRAITS)
    links = tables.keep("duplicates", links)
    links = tables.join(links, tables.map(tables.components(links), _of_left), ["left"])
    for side in PAIR:
        names = {"key": side, **{name: f"{name}_{side}" for name in TRAITS}}
        links = tables.join(links, tables.map(traits, partial(named, names=names)), [side])
    return links


def _of_left(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    return named(batch, {"node": "left", "component": "component"})


def _settled(batch: "pa.RecordBatch", policy: str, ruled: "Shared[Ruled]") -> "pa.RecordBatch":
    """Return the stars of components: (story, centre) of those that are settled, and the pairs that the others ask for."""
    import numpy as np

    kind, pairs = array(batch, "kind"), both(batch)
    is_link = kind == LINK
    keys, at = np.unique(pairs[is_link], return_index=True)
    nodes, of_node = local(pairs, keys), array(batch, "component")[is_link][at // 2]
    told = both(batch, *TOLD)[is_link]
    known = Known(nodes[~is_link], kind[~is_link] == HOLDS, of_node)
    decided, rank = ruled.value.of(keys), partial(speakers, _traits(where(batch, is_link), at), policy)
    centre = stars(len(keys), Links(nodes[is_link], told), known.verify, decided.ranked(rank), decided.parted)
    wanted = np.concatenate([np.empty((0, 2), np.int32), *known.asked])
    moved = np.flatnonzero((centre != np.arange(len(keys))) & ~np.isin(of_node, known.open))
    return batch_of(
        component=np.concatenate([of_node[moved], of_node[wanted[:, 0]]]),
        left=np.concatenate([keys[moved], keys[wanted[:, 0]]]),
        right=np.concatenate([keys[centre[moved]], keys[wanted[:, 1]]]),
        asked=np.repeat([False, True], [len(moved), len(wanted)]),
    )


class Known:
    """What is known of pairs of nodes that are no links; what else `verify` would know of a component is `asked` for, once.

    pairs      int32[q, 2]  left < right
    holds      bool[q]      whether each is one of duplicates
    component  int64[n]     of each node
    """

    def __init__(self, pairs: "Array", holds: "Array", component: "Array") -> None:
        self._holds = dict(zip(map(tuple, pairs.tolist()), holds.tolist(), strict=True))
        self._component = component
        self.asked: list[Array] = []
        self.open = component[:0]

    def verify(self, pairs: "Array") -> "Array":
        """Return which pairs, int32[p, 2], are known to be duplicates, bool[p]; a component that asks for more is open."""
        import numpy as np

        found = [self._holds.get(pair) for pair in map(tuple, pairs.tolist())]
        wanted = pairs[np.array([held is None for held in found], bool)]
        of = self._component[wanted[:, 0]]
        new = ~np.isin(of, self.open)
        self.asked.append(wanted[new])
        self.open = np.union1d(self.open, of)
        return np.array([held is True for held in found], bool)


def _traits(batch: "pa.RecordBatch", at: "Array") -> Traits:
    """Return what decides who speaks, of nodes of which each stands at a place in the pairs, counted side by side."""
    import numpy as np

    told = [both(batch, f"{name}_left", f"{name}_right").ravel()[at] for name in TRAITS]
    return Traits(told[0], told[1], told[2], np.arange(len(at)))


def _centres(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    return named(where(batch, ~array(batch, "asked")), {"left": CENTRED[0], "right": CENTRED[1]})


def _asked(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    return where(batch, array(batch, "asked")).select(["component", *PAIR])


def _answers(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return answered pairs as rows of links, the traits of which nobody looks at again."""
    import numpy as np

    size = len(batch)
    traits = {
        f"{name}_{side}": np.zeros(size, kind)
        for side in PAIR
        for name, kind in zip(TRAITS, (bool, np.int32, np.int64), strict=True)
    }
    return put(batch, batch_of(**traits)).select([*PAIR, *TOLD, "kind", "component", *traits])


def spokes(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return CENTRED as pairs."""
    import numpy as np

    one, other = (array(batch, name) for name in CENTRED)
    return batch_of(left=np.minimum(one, other), right=np.maximum(one, other))
