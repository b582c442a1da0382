"""What is known of held stories, so that fresh ones are judged beside them without reading them all."""

from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.weights import Counts

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]


class Known(NamedTuple):
    """What is known of held stories, some of which are read beside the fresh ones.

    stories  how many there are
    counts   of their words
    quiet    uint64[k]  the codes of their boilerplate, sorted
    keys     int64[h]   of those that are read, sorted
    """

    stories: int
    counts: Counts
    quiet: "Array"
    keys: "Array"

    def is_held(self, keys: "Array") -> "Array":
        """Return which keys, int64[n], are those of held stories, bool[n]."""
        import numpy as np

        return np.asarray(np.isin(keys, self.keys))

    def fresh(self, batch: "pa.RecordBatch") -> "pa.RecordBatch":
        """Return the rows that are not held."""
        import pyarrow as pa

        held = self.is_held(batch.column("key").to_numpy()) if len(self.keys) else None
        return batch if held is None else batch.filter(pa.array(~held))
