"""Candidates, scores and clusters by key: the stages of `pipeline.find`, with tables in place of arrays."""

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.engines.tables import PAIR
from dedupe.pipeline.find import ALIKE, COLLAPSE, COSINE
from dedupe.pipeline.keyed.buckets import banded, crowded, equal, passages
from dedupe.pipeline.keyed.columns import array, where
from dedupe.pipeline.keyed.joining import joined, named, pairs_table
from dedupe.pipeline.keyed.neighbours import nearest
from dedupe.pipeline.keyed.scoring import alike, near_in_time, scored, with_run
from dedupe.pipeline.keyed.starring import starred

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import pyarrow as pa

    from dedupe.pipeline.keyed.corpus import Keyed

    Array = np.ndarray[Any, Any]
    Progress = Callable[[str, int, int], None]


class Found(NamedTuple):
    """Tables of what belongs together.

    centred  `key` and `centre` of each story that has another for its centre
    scored   every scored pair, each once, as `scoring.scored` tells it
    faint    pairs of the nearest stories, which may be related at most
    """

    centred: Any
    scored: Any
    faint: Any


def find(corpus: "Keyed", progress: "Progress") -> Found:
    """Return the clusters of a corpus and its scored pairs: stage by stage what `pipeline.find.find` returns."""
    tables = corpus.tables
    ruled, gone = corpus.ruled.value, None
    known = tables.keep("same", scored(corpus, tables.table(pairs_table(ruled.same))))
    for name, propose in COLLAPSING.items():
        progress(name, 0, 0)
        new = _new(corpus, known, propose(corpus, gone), name)
        if not len(ruled.keys) and not tables.count(new):
            continue  # the stars are those of the stage before: whatever was tied then has a centre, or is one
        known = tables.union(known, new)
        centred, spokes = starred(corpus, known, gone, COLLAPSE)
        known = tables.union(known, *spokes)
        aside = tables.select(centred, ["key"])
        gone = tables.keep("gone", tables.union(gone, aside) if gone is not None else aside)
    progress("shared passages", 0, 0)
    shared = tables.keep("shared", passages(corpus, gone))
    several, alone = (tables.map(shared, partial(_alone, are=are)) for are in (False, True))
    sharing = tables.union(tables.select(several, list(PAIR)), with_run(corpus, alone))
    known = add(corpus, known, sharing, "shared passages")
    progress("nearest stories", 0, 0)
    near = nearest(corpus, gone)
    known = add(corpus, known, alike(corpus, tables.map(near, _alike), COSINE), "nearest stories")
    progress("clusters", 0, 0)
    centred, spokes = starred(corpus, known, None, 0.0)
    known = tables.union(known, *spokes)
    if len(ruled.same):
        centred, pairs = joined(corpus, centred)
        known = named(corpus, add(corpus, known, tables.table(pairs_table(pairs)), "joined"), pairs)
    return Found(centred, known, tables.select(near, list(PAIR)))


def _new(corpus: "Keyed", known: Any, pairs: Any, name: str) -> Any:
    """Return the scores of those pairs that are not known."""
    tables = corpus.tables
    pairs = near_in_time(corpus, tables.select(pairs, list(PAIR)))
    asked = tables.keep("pairs", tables.join(pairs, tables.select(known, list(PAIR)), list(PAIR), "anti"))
    return tables.keep(name, scored(corpus, asked))


def add(corpus: "Keyed", known: Any, pairs: Any, name: str) -> Any:
    """Return what is known and the scores of those pairs, each there once, that are not."""
    return corpus.tables.union(known, _new(corpus, known, pairs, name))


def _alone(batch: "pa.RecordBatch", are: bool) -> "pa.RecordBatch":
    return where(batch, array(batch, "alone") == are)


def _alike(batch: "pa.RecordBatch") -> "pa.RecordBatch":

    return where(batch, array(batch, "like") >= ALIKE)


# What is looked for, one after the other, among the stories that are no near duplicates of others found before.
COLLAPSING = {"equal texts": equal, "crowds": crowded, "near duplicates": banded}
