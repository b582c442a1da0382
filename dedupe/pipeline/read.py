"""Rows as they are read: their normal texts, their words, and what these are signed with."""

from typing import TYPE_CHECKING, Any

from dedupe.boilerplate import origins
from dedupe.normalise import normal_texts
from dedupe.pipeline.said import has_said, words_of
from dedupe.sign import sentences, sign, split, told, unsay
from dedupe.words import Words

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.settings import Settings

    Array = np.ndarray[Any, Any]

TOLD = ["text", "body"]  # the columns that the words of a row are read from
ORIGIN = ["source", "url", "path"]  # and those that say whose boilerplate is left out of them


def prepare(batch: "pa.RecordBatch", settings: "Settings") -> "pa.RecordBatch":
    """Return rows as read, normalised and signed, with their words and flags, which are not to be kept.

    `content` is the digest of the whole normal text, whatever will be left out of it as boilerplate: it depends on the story
    alone.
    """
    import pyarrow as pa

    if has_said(batch):
        read = words_of(batch)
        batch = batch.append_column("text", pa.nulls(len(batch), pa.string()))
    else:
        batch = normal_texts(batch)
        read = split(told(batch))
    columns = sign(read, settings)
    return _with(batch, {**columns, "content": columns["digest"], **counted(read)})


def without(batch: "pa.RecordBatch", quiet: "Array", settings: "Settings") -> "pa.RecordBatch | None":
    """Return the columns of signed rows anew, without the sentences of these codes, uint64[k]; None where none has any."""
    import pyarrow as pa

    hit = pa.array(holding(batch, quiet))
    if not hit.true_count:
        return None
    places = pa.compute.indices_nonzero(hit)
    columns = sign(words(batch.take(places), quiet), settings)
    signed = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
    return _put(batch.select(list(columns)), places, signed)


def holding(batch: "pa.RecordBatch", quiet: "Array") -> "Array":
    """Return which signed rows have a sentence of these codes, bool[n]."""
    import numpy as np

    from dedupe.kernels.buffers import ragged

    numbers, starts = ragged(batch.column("sentences"))
    row = np.repeat(np.arange(len(batch)), np.diff(starts))
    hit = np.isin(numbers.view(np.uint64) ^ origins(batch)[row], quiet)
    return np.bincount(row[hit], minlength=len(batch)) > 0


def words(batch: "pa.RecordBatch", quiet: "Array") -> Words:
    """Return the words of rows, without the sentences of these codes."""
    import numpy as np

    read = words_of(batch) if has_said(batch) else split(told(batch))
    if not len(quiet):
        return read
    row = np.repeat(np.arange(len(batch)), np.diff(read.sentence_starts))
    unsaid = np.isin(sentences(read).view(np.uint64) ^ origins(batch)[row], quiet)
    return unsay(read, unsaid) if unsaid.any() else read


def counted(read: Words) -> "dict[str, pa.Array]":
    """Return the words and their flags as columns: with the terms, they are what `weights` counts."""
    import numpy as np

    from dedupe.kernels.buffers import lists

    return {"words": lists(read.words.view(np.int32), read.starts), "flags": lists(read.flags.view(np.int8), read.starts)}


def _with(batch: "pa.RecordBatch", columns: "dict[str, pa.Array]") -> "pa.RecordBatch":
    import pyarrow as pa

    return pa.RecordBatch.from_arrays([*batch.columns, *columns.values()], names=[*batch.schema.names, *columns])


def _put(batch: "pa.RecordBatch", places: "pa.Array", rows: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return a batch with these rows at places."""
    import numpy as np
    import pyarrow as pa

    order = np.arange(len(batch))
    order[places.to_numpy()] = len(batch) + np.arange(len(rows))
    return pa.concat_batches([batch, rows]).take(pa.array(order))
