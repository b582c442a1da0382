"""The bands of a corpus, by node."""

from typing import TYPE_CHECKING, Any

from dedupe.candidates import bands, fold

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.pipeline.corpus import Corpus

    Array = np.ndarray[Any, Any]


def bands_of(corpus: "Corpus", most: int | None = None) -> "Array":
    """Return the hashes of the first bands, all unless told how many, of each node's signature, uint64[size, bands]."""
    import numpy as np

    from dedupe.kernels.buffers import ragged

    def read(told: "tuple[int, pa.RecordBatch]") -> "Array":
        signatures = ragged(told[1].column("signature"))[0].view(np.uint32).reshape(-1, corpus.settings.num_perm)
        return fold(signatures, corpus.settings, most)

    count = min(most or corpus.settings.num_perm, bands(corpus.settings)[0])
    hashes, parts = np.empty((corpus.size, count), np.uint64), corpus.engine.each(read, corpus.engine.numbered(corpus.rows))
    for (first, batch), part in zip(corpus.engine.numbered(corpus.rows), parts, strict=True):
        hashes[corpus.rank[first : first + len(batch)]] = part
    return hashes
