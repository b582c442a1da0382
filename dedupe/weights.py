"""Inverse document frequencies and names: the corpus's counts over a background of general news."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.background import STORIES

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

IS_NAME, NEVER_SMALL = 1, 2


class Counts(NamedTuple):
    """What is known of a corpus: how many texts, and the table, int32[3, SLOTS], of `kernels.tally`."""

    texts: int
    table: "Array"


class Weights(NamedTuple):
    """By the slot of a stem its inverse document frequency, float32[SLOTS]; by that of a word how it is written, uint8[SLOTS]."""

    idf: "Array"
    written: "Array"


def count(batches: "Iterable[pa.RecordBatch]") -> Counts:
    """Return the counts of signed rows."""
    import numpy as np

    from dedupe.kernels.buffers import ragged
    from dedupe.kernels.tally import SLOTS, tally

    table, texts = np.zeros((3, SLOTS), np.int32), 0
    for batch in batches:
        terms, words, flags = (ragged(batch.column(name))[0] for name in ("terms", "words", "flags"))
        tally(terms, words.view(np.uint32), flags.view(np.uint8), table)
        texts += len(batch)
    return Counts(texts, table)


def weigh(counts: Counts, background: int, everyday: "Array") -> Weights:
    """Return idf = ln((1 + n + M) / (1 + df)) of n texts over a background of M, and which words are names.

    A few texts of the background have the everyday words, given as slots, int32[k]; none has the others.

    A name had a capital inside a sentence somewhere and is not written small in a fifth of its more than three uses.
    """
    import numpy as np

    from dedupe.kernels.tally import INSIDE, SMALL, TEXTS

    texts = 1 + counts.table[TEXTS].astype(np.float32)
    texts[np.unique(everyday)] += min(STORIES, background)
    idf = np.log(np.float32(1 + counts.texts + background) / texts)
    inside, small = counts.table[INSIDE], counts.table[SMALL]
    mostly_small = (inside + small > 3) & (small * 5 >= inside + small)
    written = ((inside > 0) & ~mostly_small) * np.uint8(IS_NAME) | (small == 0) * np.uint8(NEVER_SMALL)
    return Weights(idf.astype(np.float32), written.astype(np.uint8))
