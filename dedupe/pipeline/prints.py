"""The fingerprints of a corpus that may stand in more than one story, grouped."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np
    import pyarrow as pa

    from dedupe.pipeline.corpus import Corpus

    Array = np.ndarray[Any, Any]

PRINTS = 100  # of a story, about


def prints(corpus: "Corpus", alive: "Array") -> "Iterable[tuple[Array, ...]]":
    """Return the fingerprints, uint64[m], of nodes, the nodes that have them, int32[m], and what is around them, uint32[m].

    All of one fingerprint are in one part. One that a single story of the corpus has is left out: most are such.
    """
    import numpy as np

    from dedupe.kernels.buffers import ragged
    from dedupe.kernels.seen import see, seen, table

    counts, is_alive = table(PRINTS * corpus.size), np.zeros(corpus.size, bool)
    is_alive[alive] = True
    for _, batch in corpus.engine.numbered(corpus.rows):
        see(ragged(batch.column("prints"))[0].view(np.uint32).astype(np.uint64), counts)

    def shared(first: int, batch: "pa.RecordBatch") -> "tuple[Array, ...]":
        values, starts = ragged(batch.column("prints"))
        node = np.repeat(corpus.rank[first : first + len(batch)], np.diff(starts))
        buckets = values.view(np.uint32).astype(np.uint64)
        kept = is_alive[node] & seen(buckets, counts, 2)
        return buckets[kept], node[kept], ragged(batch.column("around"))[0].view(np.uint32)[kept]

    return corpus.engine.group(corpus.rows, shared)
