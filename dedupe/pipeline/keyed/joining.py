"""Clusters joined as people decided, by key."""

from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.canonical import Traits, speakers
from dedupe.pipeline.decided import JOINED, LAST_DUPLICATE
from dedupe.pipeline.keyed.columns import among, array, batch_from, batch_of, both, put, where
from dedupe.pipeline.keyed.starring import CENTRED, TRAITS, spokes

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.tables import Tables
    from dedupe.pipeline.keyed.corpus import Keyed

    Array = np.ndarray[Any, Any]


def joined(corpus: "Keyed", centred: Any) -> "tuple[Any, Array]":
    """Return CENTRED with the clusters of stories that join made one, and the pairs of keys, int64[q, 2], of these spokes.

    What is collected are the clusters that decisions speak of.
    """
    import numpy as np

    tables, ruled = corpus.tables, corpus.ruled.value
    moved = _pairs(tables, tables.map(centred, partial(_of, keys=np.unique(ruled.same))))
    hubs = np.union1d(ruled.same, moved)
    moved = np.concatenate([moved, _pairs(tables, tables.map(centred, partial(_of, keys=hubs)))])
    keys = np.union1d(hubs, moved)
    traits = batch_from(tables.collect(tables.map(corpus.columns(*TRAITS), partial(among, name="key", values=keys))))
    order = np.argsort(array(traits, "key"))
    centre = np.arange(len(keys), dtype=np.int32)
    centre[np.searchsorted(keys, moved[:, 0])] = np.searchsorted(keys, moved[:, 1])
    held = [array(traits, name)[order] for name in TRAITS]
    rank = partial(speakers, Traits(held[0], held[1], held[2], np.arange(len(keys))), corpus.settings.canonical)
    centre = ruled.of(keys).joined(centre, rank)
    rest = np.flatnonzero(centre != np.arange(len(keys)))
    new = batch_of(key=keys[rest], centre=keys[centre[rest]])
    kept = tables.map(centred, partial(_not_of, keys=keys))
    return tables.union(kept, tables.table(_table(new))), both(spokes(new))


def named(corpus: "Keyed", scored: Any, pairs: "Array") -> Any:
    """Return scored pairs with these named as duplicates, since they are joined."""
    return corpus.tables.map(scored, partial(_duplicates, pairs=corpus.tables.share(pairs)))


def pairs_table(pairs: "Array") -> "pa.Table":
    """Return pairs of keys, int64[p, 2], as a table."""
    return _table(batch_of(left=pairs[:, 0], right=pairs[:, 1]))


def _table(batch: "pa.RecordBatch") -> "pa.Table":
    import pyarrow as pa

    return pa.Table.from_batches([batch])


def _pairs(tables: "Tables", centred: Any) -> "Array":
    return both(batch_from(tables.collect(centred)), *CENTRED)


def _of(batch: "pa.RecordBatch", keys: "Array") -> "pa.RecordBatch":
    """Return the stories that are among the keys, or have a centre among them."""
    import numpy as np

    return where(batch, np.isin(array(batch, CENTRED[0]), keys) | np.isin(array(batch, CENTRED[1]), keys))


def _not_of(batch: "pa.RecordBatch", keys: "Array") -> "pa.RecordBatch":
    import numpy as np

    return where(batch, ~np.isin(array(batch, "key"), keys))


def _duplicates(batch: "pa.RecordBatch", pairs: Any) -> "pa.RecordBatch":
    import numpy as np

    known, relation = set(map(tuple, pairs.value.tolist())), array(batch, "relation").copy()
    is_known = np.array([pair in known for pair in map(tuple, both(batch).tolist())], bool)
    relation[is_known & (relation > LAST_DUPLICATE)] = JOINED
    return put(batch, batch_of(relation=relation))
