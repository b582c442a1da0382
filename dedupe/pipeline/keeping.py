"""Stories of a run -> a segment of an index: their rows, and what they are found by."""

from typing import TYPE_CHECKING, Any

from dedupe import candidates
from dedupe.index import SIGNED
from dedupe.pipeline import compared
from dedupe.pipeline.around import TERMS, sections_of
from dedupe.pipeline.banded import bands_of
from dedupe.pipeline.said import WORDS, has_said, textless, told_of
from dedupe.rows import schema

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.index import SegmentWriter
    from dedupe.pipeline.corpus import Corpus
    from dedupe.pipeline.find import Found

    Array = np.ndarray[Any, Any]


def keep(corpus: "Corpus", found: "Found", nodes: "Array", writer: "SegmentWriter") -> None:
    """Write nodes, int32[m], sorted; those that are near copies of others are found by their bands alone."""
    import numpy as np

    row = _rows(corpus, nodes, writer)
    rows = row[nodes]
    writer.post("keys", 0, corpus.column("key")[nodes], rows, _told(corpus, nodes))
    writer.post("digests", 0, corpus.digests[nodes], rows)
    hashes = bands_of(corpus)
    for number in range(hashes.shape[1]):
        writer.post("bands", number, hashes[nodes, number].view(np.int64), rows)
    alive = nodes[found.rest[nodes] == 0]
    _prints(corpus, alive, row, writer)
    _terms(corpus, alive, row, writer)


def count(corpus: "Corpus", writer: "SegmentWriter") -> None:
    """Write what the stories of a run that were not known before add to the counts."""
    import numpy as np

    counts = corpus.told_once.table - (corpus.known.counts.table if corpus.known else 0)
    slots = np.flatnonzero(counts.any(axis=0)).astype(np.int32)
    writer.count(slots, counts[:, slots])


def _rows(corpus: "Corpus", nodes: "Array", writer: "SegmentWriter") -> "Array":
    """Write the rows of nodes, and return the row of each node in the segment, int32[size]; -1 for the others."""
    import numpy as np
    import pyarrow as pa

    is_kept, row = np.zeros(corpus.size, bool), np.full(corpus.size, -1, np.int32)
    is_kept[nodes] = True
    for first, batch in corpus.engine.numbered(corpus.rows):
        node = corpus.rank[first : first + len(batch)]
        chosen = node[is_kept[node]]
        row[chosen] = writer.stories + np.arange(len(chosen))
        some = batch if len(chosen) == len(node) else batch.filter(pa.array(is_kept[node]))
        stories = textless(some) if has_said(some) else some.select(schema().names)
        writer.add(stories, some.select(SIGNED))
    return row


def _told(corpus: "Corpus", nodes: "Array") -> "Array":
    """Return a digest of the title and the text of each node, int32[m]."""
    import numpy as np

    told = np.zeros(corpus.size, np.int32)

    columns = ["told", *WORDS[:1]] if corpus.told == WORDS else ["title", "body"]

    def read(part: "Array") -> "tuple[Array, Array]":
        return part, told_of(corpus.take(part, columns)).to_numpy()

    for part, digests in corpus.engine.each(read, corpus.slices(corpus.as_stored(nodes))):
        told[part] = digests
    return told[nodes]


def _prints(corpus: "Corpus", alive: "Array", row: "Array", writer: "SegmentWriter") -> None:
    """Write the fingerprints of nodes."""
    import numpy as np

    from dedupe.kernels.buffers import ragged

    there = np.full(corpus.size, -1, np.int32)
    there[alive] = row[alive]

    def read(first: int, batch: "pa.RecordBatch") -> "tuple[Array, ...]":
        values, starts = ragged(batch.column("prints"))
        rows = np.repeat(there[corpus.rank[first : first + len(batch)]], np.diff(starts))
        found, around = rows >= 0, ragged(batch.column("around"))[0]
        return values.view(np.uint32)[found].astype(np.uint64), rows[found], around[found]

    for values, rows, around in corpus.engine.group(corpus.rows, read):
        prints = values.astype(np.uint32).view(np.int32)
        writer.post("prints", int(sections_of(prints[:1])[0]), prints, rows, around)


def _terms(corpus: "Corpus", alive: "Array", row: "Array", writer: "SegmentWriter") -> None:
    """Write the heaviest terms of nodes, and their weights."""
    import numpy as np

    from dedupe.kernels.tally import SLOTS

    def read(part: "Array") -> "tuple[Array, ...]":
        heavy = candidates.heavy(compared.unit(corpus, part))
        return heavy.indices.astype(np.int32), np.repeat(row[part], np.diff(heavy.indptr)), heavy.data.astype(np.float32)

    parts = list(corpus.engine.each(read, corpus.slices(corpus.as_stored(alive)))) if len(alive) else []
    if parts:
        terms, rows, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
        section = (terms >> TERMS).astype(np.uint8)
        for number in range(SLOTS >> TERMS):
            own = np.flatnonzero(section == number)
            writer.post("terms", number, terms[own], rows[own], weights[own])
