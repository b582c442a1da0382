"""Inverse document frequencies and names: the corpus's counts over a background of general news."""

from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.background import STORIES

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

    def add(self, batch: "pa.RecordBatch", step: int = 1) -> None:
        """Count signed rows with their words and flags, `step` for each: -1 takes them out again."""
        import numpy as np

        from dedupe.kernels.buffers import ragged
        from dedupe.kernels.tally import tally

        terms, words, flags = (ragged(batch.column(name))[0] for name in COUNTED)
        tally(terms.view(np.uint32), words.view(np.uint32), flags.view(np.uint8), self.table, step)
        self.texts += step * len(batch)


class Weights(NamedTuple):
    """By the slot of a stem its inverse document frequency, float32[SLOTS]; by that of a word how it is written, uint8[SLOTS]."""

    idf: "Array"
    written: "Array"


def weigh(counts: Counts, background: int, everyday: "Array") -> Weights:
    """Return idf = ln((1 + n + M) / (1 + df)) of n texts over a background of M, and which words are names.

    A few texts of the background have the everyday words, given as slots, int32[k]; none has the others.

    A name had a capital inside a sentence somewhere and is not written small in a fifth of its more than three uses.
    """
    import numpy as np

    from dedupe.kernels.eligible import IS_NAME, NEVER_SMALL
    from dedupe.kernels.tally import INSIDE, SMALL, TEXTS

    texts = 1 + counts.table[TEXTS].astype(np.float32)
    texts[np.unique(everyday)] += min(STORIES, background)
    idf = np.log(np.float32(1 + counts.texts + background) / texts)
    inside, small = counts.table[INSIDE], counts.table[SMALL]
    mostly_small = (inside + small > 3) & (small * 5 >= inside + small)
    written = ((inside > 0) & ~mostly_small) * np.uint8(IS_NAME) | (small == 0) * np.uint8(NEVER_SMALL)
    return Weights(idf.astype(np.float32), written.astype(np.uint8))
