"""Rows that carry the words of their stories, hashed, in place of texts that are not kept."""

from typing import TYPE_CHECKING

from dedupe.normalise import normal_texts
from dedupe.pipeline.digests import short
from dedupe.rows import schema
from dedupe.sign import split
from dedupe.sign import told as texts
from dedupe.words import Words

if TYPE_CHECKING:
    import pyarrow as pa

WORDS = ["said_words", "said_stems", "said_flags", "said_heads"]  # of `Words`: heads are where sentences begin
SAID = [*WORDS, "body_key", "stub", "told"]  # all that is made of a text before it is signed, and its digest


def said(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return rows as read with the columns SAID."""
    import numpy as np
    import pyarrow as pa

    from dedupe.kernels.buffers import lists

    clean = normal_texts(batch)
    read = split(texts(clean))
    columns = [
        lists(read.words.view(np.int32), read.starts),
        lists(read.stems.view(np.int32), read.starts),
        lists(read.flags.view(np.int8), read.starts),
        lists(read.sentences, read.sentence_starts),
        *(clean.column(name) for name in ("body_key", "stub")),
        told_of(batch),
    ]
    return pa.RecordBatch.from_arrays([*batch.columns, *columns], names=[*batch.schema.names, *SAID])


def textless(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the stories of rows that have the columns SAID without their texts."""
    import pyarrow as pa

    empty = {"body": pa.repeat("", len(batch)), "summary": pa.array([[]] * len(batch), schema().field("summary").type)}
    names = [*schema().names, *SAID]
    return pa.RecordBatch.from_arrays([empty.get(name, batch.column(name)) for name in names], names=names)


def has_said(batch: "pa.RecordBatch") -> bool:
    """Whether rows have the columns SAID."""
    return WORDS[0] in batch.schema.names


def told_of(batch: "pa.RecordBatch") -> "pa.Array":
    """Return a digest of the title and the text of each story, int32[n], made of these or as it was kept."""
    import pyarrow as pa

    if has_said(batch):
        return batch.column("told")
    sides = (batch.column(name).to_pylist() for name in ("title", "body"))
    return pa.array([short(title, body) for title, body in zip(*sides, strict=True)], pa.int32())


def words_of(batch: "pa.RecordBatch") -> Words:
    """Return the words of rows that have the columns WORDS; where they stood is not known."""
    import numpy as np

    from dedupe.kernels.buffers import frozen, ragged

    columns = [ragged(batch.column(name)) for name in WORDS]
    (words, starts), (stems, _), (flags, _), (heads, sentence_starts) = columns
    kinds = (words.view(np.uint32), stems.view(np.uint32), flags.view(np.uint8), flags.view(np.uint8)[:0])
    return Words(*map(frozen, (*kinds, starts, heads, sentence_starts)))
