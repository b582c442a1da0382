"""Inverse document frequencies and names: the corpus's counts over a background of general news."""

from typing import TYPE_CHECKING, Any

from dedupe.background import STORIES
from dedupe.words import Weights

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

COUNTED = ("terms", "words", "flags")  # what is counted of a row


class Counts:
    """What is known of a corpus: how many texts, and the table, int32[3, SLOTS], of `kernels.tally`."""

    def __init__(self, texts: int = 0, table: "Array | None" = None) -> None:
        import numpy as np

        from dedupe.kernels.tally import SLOTS

        self.texts = texts
        self.table: Array = np.zeros((3, SLOTS), np.int32) if table is None else table

    def copy(self) -> "Counts":
        """Return the same counts, to be counted on."""
        return Counts(self.texts, self.table.copy())

    def add(self, batch: "pa.RecordBatch", step: int = 1) -> None:
        """Count signed rows with their words and flags, `step` for each: -1 takes them out again."""
        import numpy as np

        from dedupe.kernels.buffers import ragged
        from dedupe.kernels.tally import tally

        terms, words, flags = (ragged(batch.column(name))[0] for name in COUNTED)
        tally(terms.view(np.uint32), words.view(np.uint32), flags.view(np.uint8), self.table, step)
        self.texts += step * len(batch)


def weigh(counts: Counts, background: int, everyday: "Array") -> Weights:
    """Return idf = ln((1 + n + M) / (1 + df)) of n texts over a background of M, and which words are names.

    A few texts of the background have the everyday words, given as slots, int32[k]; none has the others.
    """
    import numpy as np

    from dedupe.kernels.tally import TEXTS, written

    texts = 1 + counts.table[TEXTS].astype(np.float32)
    texts[np.unique(everyday)] += min(STORIES, background)
    idf = np.log(np.divide(np.float32(1 + counts.texts + background), texts, out=texts), out=texts)
    return Weights(idf, idf + 1, written(counts.table))
