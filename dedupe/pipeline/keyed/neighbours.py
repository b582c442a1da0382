"""The nearest stories of each by TF-IDF, by key."""

from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe import candidates
from dedupe.pipeline.find import LIKE
from dedupe.pipeline.keyed.columns import array, batch_of, firsts, sizes, where
from dedupe.score import of_characters

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.tables import Shared
    from dedupe.pipeline.keyed.corpus import Keyed
    from dedupe.words import Weights

    Array = np.ndarray[Any, Any]

NEAR = ("left", "right", "like")


def nearest(corpus: "Keyed", gone: Any) -> Any:
    """Return pairs of stories of which one is among the nearest of the other, each once, and how `like` they are.

    What travels is the heaviest terms of each story, to every block of the others.
    """
    tables, count = corpus.tables, corpus.settings.neighbours
    alive = corpus.alive(gone, "terms", "spaceless")
    heavy = tables.keep("heavy", tables.map(alive, partial(_heavy, weights=corpus.weights)))
    having = tables.share(tables.fold(tables.select(heavy, ["key", "terms"]), _no_sizes, _sized).astype("int32"))
    asked = tables.map(heavy, partial(_rarest, having=having))
    met = tables.cross(asked, heavy, partial(_met, count=count))
    best = tables.group(met, ["key"], ["unlike", "other"], partial(_best, count=count))
    return tables.keep("nearest", tables.group(best, ["left", "right"], ["turned"], _once))


def _no_sizes() -> "Array":
    import numpy as np

    from dedupe.kernels.tally import SLOTS

    return np.zeros(SLOTS, np.int32)


def _sized(having: "Array", batch: "pa.RecordBatch") -> None:
    """Count how many rows have each term."""
    import numpy as np

    from dedupe.kernels.buffers import ragged

    np.add.at(having, ragged(batch.column("terms"))[0], 1)


def _heavy(batch: "pa.RecordBatch", weights: "Shared[Weights]") -> "pa.RecordBatch":
    """Return the heaviest terms of rows, and what these weigh."""
    from dedupe.score import counted, vectors

    rows = candidates.heavy(vectors(counted(batch, len(weights.value.idf)), weights.value))
    return _listed(batch, rows.indices, rows.data, rows.indptr)


def _listed(batch: "pa.RecordBatch", terms: "Array", weights: "Array", starts: "Array") -> "pa.RecordBatch":
    from dedupe.kernels.buffers import lists

    told = {"key": batch.column("key"), "spaceless": batch.column("spaceless")}
    return batch_of(**told, terms=lists(terms, starts), weights=lists(weights, starts))


def _rarest(batch: "pa.RecordBatch", having: "Shared[Array]") -> "pa.RecordBatch":
    """Return rows with the terms only that are looked up, the rarest first."""
    from dedupe.kernels.nearest import rarest

    return _listed(batch, *rarest(*_rows(batch), having.value, candidates.POSTINGS))


def _rows(batch: "pa.RecordBatch") -> "tuple[Array, Array, Array]":
    """Return starts, terms and weights of rows."""
    from dedupe.kernels.buffers import ragged

    terms, starts = ragged(batch.column("terms"))
    return starts, terms, ragged(batch.column("weights"))[0]


def _met(asked: "pa.RecordBatch", held: "pa.RecordBatch", count: int) -> "pa.RecordBatch":
    """Return of each row that is asked for the nearest of those that are held."""
    import numpy as np
    from scipy.sparse import csr_matrix

    from dedupe.kernels.nearest import met
    from dedupe.kernels.tally import SLOTS

    starts, terms, weights = _rows(held)
    lists = csr_matrix((weights, terms, starts), shape=(len(held), SLOTS)).tocsc()
    keys, others = array(asked, "key"), array(held, "key")
    own, there = np.full(len(keys), -1, np.int32), np.isin(keys, others)
    own[there] = np.searchsorted(others, keys[there])
    near, like = met(own, _rows(asked), (lists.indptr, lists.indices, lists.data), count)
    found = near >= 0
    row, other = np.nonzero(found)[0], near[found]
    spaceless = array(asked, "spaceless")[row] & array(held, "spaceless")[other]
    return batch_of(key=keys[row], other=others[other], unlike=-like[found], spaceless=spaceless)


def _best(batch: "pa.RecordBatch", count: int) -> "pa.RecordBatch":
    """Return of each row the first so many, as pairs, and whether the row asked is the right one."""
    import numpy as np

    keys, others = array(batch, "key"), array(batch, "other")
    at = firsts(keys)
    nth = np.arange(len(keys)) - np.repeat(at, sizes(at, len(keys)))
    like = of_characters(-array(batch, "unlike"), array(batch, "spaceless"))
    told = batch_of(left=np.minimum(keys, others), right=np.maximum(keys, others), like=like, turned=keys > others)
    return where(told, nth < count)


def _once(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return each pair once, as its left row told it if it did, where the two are like enough."""
    import numpy as np

    kept = np.zeros(len(batch), bool)
    kept[firsts(array(batch, "left"), array(batch, "right"))] = True
    return where(batch, kept & (array(batch, "like") >= LIKE)).select(list(NEAR))
