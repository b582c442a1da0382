"""Candidate pairs of the stories that share a bucket: equal texts, crowds, bands and fingerprints."""

from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.candidates import CROWD, LOOKED_AT, bands, fold
from dedupe.engines.tables import CARRIED, SIZE
from dedupe.pipeline.keyed.columns import array, batch_of, firsts, named, sizes, where

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.pipeline.keyed.corpus import Keyed
    from dedupe.settings import Settings

    Array = np.ndarray[Any, Any]

SPREAD = 0x9E3779B97F4A7C15  # of the number of a band, so that no two bands have a bucket in common
RARE = 2  # stories of a fingerprint that pairs any


def equal(corpus: "Keyed", gone: Any) -> Any:
    """Return pairs of stories with equal text."""
    told = corpus.tables.map(corpus.alive(gone, "digest"), partial(named, names={"digest": "bucket", "key": "key"}))
    return corpus.tables.distinct(corpus.tables.buckets(told, pairs))


def banded(corpus: "Keyed", gone: Any) -> Any:
    """Return pairs of stories whose signatures agree in a band."""
    told = corpus.tables.map(corpus.alive(gone, "signature"), partial(entries, settings=corpus.settings))
    return corpus.tables.distinct(corpus.tables.buckets(told, pairs))


def crowded(corpus: "Keyed", gone: Any) -> Any:
    """Return pairs that tie together the copies of a story that everyone prints, each with one other."""
    step = partial(entries, settings=corpus.settings, most=LOOKED_AT)
    firsts_of = corpus.tables.buckets(corpus.tables.map(corpus.alive(gone, "signature"), step), _crowds)
    return corpus.tables.group(firsts_of, ["right"], ["left"], _least)


def entries(batch: "pa.RecordBatch", settings: "Settings", most: int | None = None) -> "pa.RecordBatch":
    """Return the buckets of the first bands, all unless told how many, of signed rows."""
    import numpy as np

    from dedupe.kernels.buffers import ragged

    count = min(most or settings.num_perm, bands(settings)[0])
    minima = ragged(batch.column("signature"))[0].view(np.uint32).reshape(-1, settings.num_perm)
    hashes = fold(minima, settings, most) ^ (np.arange(count, dtype=np.uint64) * np.uint64(SPREAD))
    return batch_of(bucket=hashes.ravel(), key=np.repeat(array(batch, "key"), count))


def pairs(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return each entry with the first of its bucket, and with the one before."""
    from dedupe.kernels.bucket import bucket

    found = bucket(array(batch, "bucket").view("uint64"))
    found = found[~array(batch, CARRIED)[found[:, 1]]]
    keys = array(batch, "key")
    return batch_of(left=keys[found[:, 0]], right=keys[found[:, 1]])


def later(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the entries that are not the first of their bucket."""
    import numpy as np

    is_later = ~array(batch, CARRIED)
    is_later[firsts(array(batch, "bucket"))] = False
    return batch_of(key=np.asarray(array(batch, "key")[is_later]))


def _crowds(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the entries of buckets with CROWD or more, each with the first of its bucket."""
    import numpy as np

    keys, begins = array(batch, "key"), firsts(array(batch, "bucket"))
    first = np.repeat(keys[begins], sizes(begins, len(keys)))
    kept = (array(batch, SIZE) >= CROWD) & ~array(batch, CARRIED)
    kept[begins] = False
    return batch_of(left=first[kept], right=keys[kept])


def _least(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    return batch.take(firsts(array(batch, "right")))


def passages(corpus: "Keyed", gone: Any) -> Any:
    """Return pairs, each once, of stories that share rare fingerprints, or one `alone` around which they are alike."""
    told = corpus.tables.map(corpus.alive(gone, "prints", "around"), _prints)
    shared = corpus.tables.group(told, ["print"], ["key"], partial(_shared, cap=corpus.settings.fingerprint_cap))
    return corpus.tables.group(shared, ["left", "right"], [], _counted)


def _prints(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    import numpy as np

    from dedupe.kernels.buffers import ragged

    values, starts = ragged(batch.column("prints"))
    around = ragged(batch.column("around"))[0]
    return batch_of(print=values, key=np.repeat(array(batch, "key"), np.diff(starts)), around=around)


def _shared(batch: "pa.RecordBatch", cap: int) -> "pa.RecordBatch":
    import numpy as np

    from dedupe.kernels.bucket import every

    keys = array(batch, "key")
    prints, around = (array(batch, name).view(np.uint32) for name in ("print", "around"))
    rows, at = np.unique(keys, return_inverse=True)
    found, alike = every(prints, at.astype(np.int32), around, cap)
    return batch_of(left=rows[found[:, 0]], right=rows[found[:, 1]], alike=alike)


def _counted(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return pairs that share two fingerprints or more, or one around which they are alike."""
    import numpy as np

    left, right, alike = (array(batch, name) for name in ("left", "right", "alike"))
    at = firsts(left, right)
    count = sizes(at, len(left))
    some = np.logical_or.reduceat(alike, at) if len(at) else alike
    told = batch_of(left=left[at], right=right[at], alone=count < RARE)
    return where(told, (count >= RARE) | some)
