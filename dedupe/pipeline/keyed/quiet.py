"""The boilerplate of stories by key: what `pipeline.quiet` finds by node."""

from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.boilerplate import Common, Sentences, Sources, boilerplate, common, long, origins, sentences
from dedupe.pipeline.keyed.columns import array, batch_of, firsts, totals
from dedupe.pipeline.read import ORIGIN

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.tables import Shared, Tables

    Array = np.ndarray[Any, Any]


def find_boilerplate(tables: "Tables", rows: Any) -> "Array":
    """Return the codes, uint64[k], sorted, of the sentences of signed rows that are boilerplate.

    What is collected grows with the sources and with what they put under their stories, not with the stories.
    """
    import numpy as np

    told = tables.select(rows, ["key", "sentences", *ORIGIN])
    summed = partial(totals, by=["source"], counts="stories")
    counted = tables.collect(tables.group(tables.map(told, _sources), ["source"], [], summed))
    order = np.argsort(array(counted, "source").view(np.uint64))
    sources = tables.share(
        Sources(array(counted, "source").view(np.uint64)[order], array(counted, "stories").astype(np.int64)[order])
    )
    recurring = tables.group(tables.map(told, _entries), ["number"], ["key"], partial(_recurring, sources=sources))
    samples = tables.keep("recurring", recurring)
    held = tables.join(samples, tables.select(rows, ["key", "sentences"]), ["key"])
    return np.sort(array(tables.collect(tables.group(held, ["code"], ["key"], _apart)), "code").view(np.uint64))


def _sources(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the sources of rows, and how many rows each has."""
    import numpy as np

    names, counts = np.unique(origins(batch), return_counts=True)
    return batch_of(source=names, stories=counts)


def _entries(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the sentences of rows that are passages."""
    told = long(sentences(batch, array(batch, "key")))
    return batch_of(number=told.number, key=told.story, source=told.source)


def _recurring(batch: "pa.RecordBatch", sources: "Shared[Sources]") -> "pa.RecordBatch":
    """Return the code of each sentence that recurs in a source and hardly anywhere else, beside some stories that have it."""
    import numpy as np

    number, key, source = array(batch, "number").view(np.uint64), array(batch, "key"), array(batch, "source").view(np.uint64)
    found = common(Sentences(number, key, source), sources.value)
    return batch_of(code=np.repeat(found.codes, np.diff(found.starts)), key=found.stories)


def _apart(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return those of the codes whose stories have little else in common."""
    import numpy as np

    from dedupe.kernels.buffers import ragged

    codes, keys = array(batch, "code").view(np.uint64), array(batch, "key")
    at = firsts(codes)
    held, first = np.unique(keys, return_index=True)
    numbers, starts = ragged(batch.take(first).column("sentences"))
    story = np.repeat(held, np.diff(starts))
    told = Sentences(numbers.view(np.uint64), story, np.zeros(len(story), np.uint64))
    return batch_of(code=boilerplate(Common(codes[at], keys, np.append(at, len(codes))), told))
