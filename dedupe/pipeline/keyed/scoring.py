"""What pairs of stories are like, by key: the steps in which two stories meet."""

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.engines.tables import PAIR
from dedupe.pipeline.compared import COMPARED, local
from dedupe.pipeline.keyed.columns import array, batch_of, both, where
from dedupe.pipeline.keyed.stubs import MARKED, Bodies, marks
from dedupe.pipeline.read import ORIGIN, TOLD, words
from dedupe.rows import DAY, UNDATED
from dedupe.score import ORDER, Scores, features, of_characters, overlaps, relations, score

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.tables import Shared
    from dedupe.pipeline.keyed.corpus import Keyed
    from dedupe.pipeline.keyed.ruled import Ruled
    from dedupe.settings import Settings
    from dedupe.words import Weights

    Array = np.ndarray[Any, Any]

FIELDS = Scores._fields
WIDE = ("sides", "lengths")  # of them that are told of both sides


def scored(corpus: "Keyed", pairs: Any) -> Any:
    """Return pairs with their exact scores, and `relation`, the place of their relation in ORDER."""
    step = partial(_scored, corpus=Context(corpus.settings, corpus.quiet, corpus.weights, corpus.bodies, corpus.ruled))
    told = corpus.columns(*TOLD, *COMPARED, "published", *MARKED)
    return corpus.tables.meet(corpus.tables.select(pairs, list(PAIR)), told, step)


def near_in_time(corpus: "Keyed", pairs: Any) -> Any:
    """Return the pairs without those published too long one after the other."""
    if not corpus.settings.window:
        return pairs
    return corpus.tables.meet(pairs, corpus.columns("published"), partial(_near_in_time, window=corpus.settings.window))


def with_run(corpus: "Keyed", pairs: Any) -> Any:
    """Return the pairs without those that share one fingerprint `alone` and no run of words that makes an overlap."""
    step = partial(_with_run, settings=corpus.settings, quiet=corpus.quiet)
    return corpus.tables.meet(pairs, corpus.columns(*TOLD, *ORIGIN), step)


def alike(corpus: "Keyed", pairs: Any, least: float) -> Any:
    """Return the pairs whose TF-IDF vectors have this cosine at least."""
    step = partial(_alike, least=least, weights=corpus.weights)
    return corpus.tables.meet(pairs, corpus.columns("terms", "spaceless"), step)


def scores_of(batch: "pa.RecordBatch") -> Scores:
    """Return the scores of rows of `scored`."""
    columns = {}
    for name in FIELDS:
        columns[name] = both(batch, *(f"{name}_{side}" for side in PAIR)) if name in WIDE else array(batch, name)
    return Scores(**columns)


def _places(pairs: "pa.RecordBatch", rows: "pa.RecordBatch") -> "Array":
    """Return pairs as places among rows, which are sorted by key, int32[p, 2]."""
    return local(both(pairs), array(rows, "key"))


class Context(NamedTuple):
    """What pairs are judged by, wherever that is done."""

    settings: "Settings"
    quiet: "Shared[Array]"
    weights: "Shared[Weights]"
    bodies: "Shared[Bodies]"
    ruled: "Shared[Ruled]"


def _scored(pairs: "pa.RecordBatch", rows: "pa.RecordBatch", corpus: Context) -> "pa.RecordBatch":
    import numpy as np

    settings = corpus.settings
    at = _places(pairs, rows)
    block = features(rows, words(rows, corpus.quiet.value), corpus.weights.value, settings)
    stub, title = marks(rows, corpus.bodies.value)
    block = block._replace(stub=stub, title=title)
    scores = score(at, block, settings)
    relation = relations(at, scores, block, settings)
    relation, runs = overlaps(at, relation, scores.shared, block, settings)
    if settings.window:
        relation = np.where(_far(at, rows, settings.window), len(ORDER), relation)
    relation = corpus.ruled.value.of(array(rows, "key")).relations(at, relation)
    told = {**scores._asdict(), "run": runs, "lengths": scores.lengths.astype(np.int32)}
    return batch_of(left=array(pairs, "left"), right=array(pairs, "right"), relation=relation.astype(np.int32), **told)


def _far(at: "Array", rows: "pa.RecordBatch", window: int) -> "Array":
    import numpy as np

    published = array(rows, "published")[at]
    between = np.abs(published[:, 0] - published[:, 1])
    return np.asarray((between > window * DAY) & (published != UNDATED).all(axis=1))


def _near_in_time(pairs: "pa.RecordBatch", rows: "pa.RecordBatch", window: int) -> "pa.RecordBatch":
    return where(pairs, ~_far(_places(pairs, rows), rows, window))


def _with_run(pairs: "pa.RecordBatch", rows: "pa.RecordBatch", settings: "Settings", quiet: "Shared[Array]") -> "pa.RecordBatch":
    from dedupe.kernels.overlap import overlap
    from dedupe.kernels.shingle import shingle

    told = words(rows, quiet.value)
    found = overlap(_places(pairs, rows), *shingle(told.words, told.starts, settings.run, True))
    return where(pairs, found > 0).select(list(PAIR))


def _alike(pairs: "pa.RecordBatch", rows: "pa.RecordBatch", least: float, weights: "Shared[Weights]") -> "pa.RecordBatch":
    import numpy as np

    from dedupe.kernels.terms import cosine
    from dedupe.score import counted, vectors

    at = _places(pairs, rows)
    unit = vectors(counted(rows, len(weights.value.idf)), weights.value)
    spaceless = np.asarray(array(rows, "spaceless")[at].all(axis=1))
    like = of_characters(cosine(at, unit.indices, unit.data, unit.indptr), spaceless)
    return where(pairs, like >= least)
