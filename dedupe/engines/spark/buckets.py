"""Entries bucket by bucket, the largest of which come in pieces, so that no task has more of one than it can take."""

from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.engines.spark.folding import folded
from dedupe.engines.spark.grouped import cut_at, sorted_by, starts, whole_groups
from dedupe.engines.spark.steps import mapped, no_rows, streamed
from dedupe.engines.tables import CARRIED, ENTRY, SIZE

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.spark.steps import Batches, Step

    Array = np.ndarray[Any, Any]

BUCKET, KEY = ENTRY
PIECE = "piece"
SLOTS = 1 << 18  # of counts, by hash of the bucket
SPREAD = 0x9E3779B97F4A7C15  # multiplicative hashing (Knuth 1973, 6.4)

Heavy = dict[int, int]  # buckets that come in pieces: how many entries each has
Carried = dict[tuple[int, int], tuple[int, int]]  # (bucket, piece): the key of the first entry, and of the last before


def bucketed(entries: Any, step: "Step", most: int) -> Any:
    """Return what a step makes of entries, those of one bucket in one batch, or in pieces where they are over `most`."""
    entries = entries.select(*ENTRY)
    schema = step(_sized(_no_entries())).schema
    heavy = _heavy(entries, most)
    if not heavy:
        flow = partial(_stepped, step=step)
        return streamed(sorted_by(entries, [BUCKET], [KEY]), flow, schema)
    pieced = mapped(entries, partial(_pieced, heavy=heavy, most=most))
    pieces = partial(_stepped_in_pieces, step=step, heavy=heavy, carried=_carried(pieced, heavy))
    return streamed(sorted_by(pieced, [BUCKET, PIECE], [KEY]), pieces, schema)


def _no_entries() -> "pa.RecordBatch":
    import pyarrow as pa

    return no_rows(pa.schema([(name, pa.int64()) for name in ENTRY]))


def _heavy(entries: Any, most: int) -> Heavy:
    """Return the buckets that have over `most` entries; these are counted only where any can."""
    import numpy as np
    from pyspark.sql import functions as f

    crowded = np.flatnonzero(folded(entries, _no_counts, _counted) > most)
    if not len(crowded):
        return {}
    counts = mapped(entries, partial(_within, slots=crowded)).groupBy(BUCKET).agg(f.count(f.lit(1)).alias(SIZE))
    return {row[BUCKET]: row[SIZE] for row in counts.filter(f.col(SIZE) > most).collect()}


def _no_counts() -> "Array":
    import numpy as np

    return np.zeros(SLOTS, np.int32)


def _counted(counts: "Array", entries: "pa.RecordBatch") -> None:
    """Count the entries of each slot, which some buckets share."""
    import numpy as np

    counts += np.bincount(_slots(entries), minlength=SLOTS).astype(np.int32)


def _within(entries: "pa.RecordBatch", slots: "Array") -> "pa.RecordBatch":
    """Return the entries that are in some slots."""
    import numpy as np
    import pyarrow as pa

    return entries.filter(pa.array(np.isin(_slots(entries), slots)))


def _slots(entries: "pa.RecordBatch") -> "Array":
    """Return the slot of each entry's bucket, int64[n] in [0, SLOTS)."""
    import numpy as np

    mixed = entries.column(BUCKET).to_numpy().view(np.uint64) * SPREAD
    slots: Array = (mixed >> np.uint64(65 - SLOTS.bit_length())).astype(np.int64)
    return slots


def _pieced(entries: "pa.RecordBatch", heavy: Heavy, most: int) -> "pa.RecordBatch":
    """Return the entries with the piece of its bucket that each is in: even ranges of the keys, which are hashes."""
    import numpy as np
    import pyarrow as pa

    buckets, keys = (entries.column(name).to_numpy() for name in ENTRY)
    large = np.sort(np.fromiter(heavy, np.int64, len(heavy)))
    widths = np.array([-(-(1 << 64) // -(-heavy[bucket] // most)) for bucket in large.tolist()], np.uint64)
    places = np.minimum(np.searchsorted(large, buckets), len(large) - 1)
    pieces = (keys.view(np.uint64) ^ np.uint64(1 << 63)) // widths[places]  # from the least key, which is negative, on
    return entries.append_column(PIECE, pa.array(np.where(large[places] == buckets, pieces, 0).astype(np.int32)))


def _carried(pieced: Any, heavy: Heavy) -> Carried:
    """Return what each piece but the first of its bucket begins with."""
    from pyspark.sql import functions as f

    ends = pieced.filter(f.col(BUCKET).isin(list(heavy))).groupBy(BUCKET, PIECE).agg(f.min(KEY), f.max(KEY))
    carried, firsts, lasts = Carried(), dict[int, int](), dict[int, int]()
    for bucket, piece, first, last in sorted(map(tuple, ends.collect())):
        if bucket in firsts:
            carried[bucket, piece] = firsts[bucket], lasts[bucket]
        firsts.setdefault(bucket, first)
        lasts[bucket] = last
    return carried


def _stepped(batches: "Batches", step: "Step") -> "Batches":
    """Yield what a step makes of whole buckets."""
    for batch in whole_groups(batches, [BUCKET]):
        yield step(_sized(batch))


def _stepped_in_pieces(batches: "Batches", step: "Step", heavy: Heavy, carried: Carried) -> "Batches":
    """Yield what a step makes of whole buckets, and of pieces of buckets, each of which it sees alone."""
    for batch in whole_groups(batches, [BUCKET, PIECE]):
        for part in cut_at(batch, _edges(batch, heavy)):
            bucket, piece = part.column(BUCKET)[0].as_py(), part.column(PIECE)[0].as_py()
            entries = part.select(list(ENTRY))
            if bucket in heavy:
                yield step(_piece(entries, heavy[bucket], carried.get((bucket, piece), ())))
            else:
                yield step(_sized(entries))


def _edges(batch: "pa.RecordBatch", heavy: Heavy) -> "Array":
    """Return where a batch is cut: before and behind each piece of a heavy bucket, int64[m]."""
    import numpy as np

    places = np.flatnonzero(starts(batch, [BUCKET, PIECE]))
    is_heavy = np.isin(batch.column(BUCKET).to_numpy()[places], np.fromiter(heavy, np.int64, len(heavy)))
    behind = np.concatenate([[False], is_heavy[:-1]])
    edges: Array = places[(is_heavy | behind) & (places > 0)]
    return edges


def _piece(entries: "pa.RecordBatch", size: int, before: tuple[int, ...]) -> "pa.RecordBatch":
    """Return the entries of a piece behind those that are carried to it."""
    import numpy as np
    import pyarrow as pa

    bucket = entries.column(BUCKET)[0].as_py()
    led = pa.RecordBatch.from_arrays([pa.array([bucket] * len(before), pa.int64()), pa.array(before, pa.int64())], list(ENTRY))
    every = pa.concat_batches([led, entries.cast(led.schema)])
    return _told(every, np.full(len(every), size, np.int64), np.arange(len(every)) < len(before))


def _sized(entries: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the entries of whole buckets with how many their bucket has."""
    import numpy as np

    places = np.flatnonzero(starts(entries, [BUCKET]))
    sizes = np.diff(np.append(places, len(entries)))
    return _told(entries, np.repeat(sizes, sizes), np.zeros(len(entries), np.bool_))


def _told(entries: "pa.RecordBatch", sizes: "Array", carried: "Array") -> "pa.RecordBatch":
    import pyarrow as pa

    return entries.append_column(SIZE, pa.array(sizes, pa.int64())).append_column(CARRIED, pa.array(carried))
