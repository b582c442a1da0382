"""The held stories that fresh ones may repeat, found through the buckets of an index."""

from typing import TYPE_CHECKING, Any

from dedupe import candidates
from dedupe.engines.partitions import part
from dedupe.pipeline import compared
from dedupe.pipeline.decided import digest
from dedupe.pipeline.find import ALIKE, LIKE
from dedupe.score import of_characters

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.index import Index
    from dedupe.pipeline.corpus import Corpus

    Array = np.ndarray[Any, Any]

BUCKET = 64  # rows of a bucket of near copies that are looked at: they are copies of each other
TERMS = 16  # bits of a term below those that number its section
ROW = 40  # bits of a pair that hold the row, below those of the story
STAR = 256  # members of a cluster that are read where one is


def around(fresh: "Corpus", index: "Index") -> "Array":
    """Return the rows of the index that fresh stories may repeat, int64[m], sorted: what `scan` would compare them with."""
    import numpy as np

    def read(told: "tuple[int, pa.RecordBatch]") -> "list[Array]":
        first, batch = told
        nodes = fresh.rank[first : first + len(batch)]
        return [_copies(batch, index, fresh), _passages(batch, index, fresh), _neighbours(nodes, index, fresh)]

    found = [row for rows in fresh.engine.each(read, fresh.engine.numbered(fresh.rows)) for row in rows]
    return np.unique(np.concatenate([np.empty(0, np.int64), *found]))


def spoken_of(fresh: "Corpus", index: "Index") -> "Array":
    """Return the rows that decisions tie to fresh stories, one after the other, int64[m], sorted."""
    import numpy as np

    pairs = [tuple(map(digest, line.pair)) for line in fresh.decisions.in_force]
    here = set(fresh.column("content").tolist()) if pairs and fresh.size else set()
    tied: set[int] = set()
    while more := {side for pair in pairs if not here.isdisjoint(pair) for side in pair} - tied:
        tied |= more
        here |= more
    if not tied:
        return np.empty(0, np.int64)
    return np.asarray(index.rows[np.isin(index.column("content"), list(tied))])


def companions(keys: "Array", index: "Index") -> "Array":
    """Return the rows of the clusters that stories of keys, int64[n], are in, int64[m], sorted; of large clusters some."""
    clusters = {member.cluster for member in index.catalogue.members(keys=keys.tolist())}
    stars: dict[str, list[int]] = {}
    for member in sorted(index.catalogue.members(clusters=clusters), key=lambda each: (not each.canonical, each.key)):
        stars.setdefault(member.cluster, []).append(member.key)
    return rows_of([key for star in stars.values() for key in star[:STAR]], index)


def rows_of(keys: list[int], index: "Index") -> "Array":
    """Return the rows of stories with these keys, int64[m], sorted."""
    import numpy as np

    asked = np.array(keys, np.int64)
    return np.unique(index.find("keys", asked, np.zeros(len(asked), np.int64), 1).row)


def _copies(batch: "pa.RecordBatch", index: "Index", fresh: "Corpus") -> "Array":
    """Return the rows with the same text as one of a batch, or in one band with it."""
    import numpy as np

    from dedupe.kernels.buffers import ragged

    digests = batch.column("digest").to_numpy()
    signatures = ragged(batch.column("signature"))[0].view(np.uint32).reshape(-1, fresh.settings.num_perm)
    hashes = candidates.fold(signatures, fresh.settings)
    sections = np.tile(np.arange(hashes.shape[1]), len(hashes))
    equal = index.find("digests", digests, np.zeros(len(digests), np.int64), BUCKET)
    near = index.find("bands", hashes.ravel().view(np.int64), sections, BUCKET)
    return np.concatenate([equal.row, near.row])


def _passages(batch: "pa.RecordBatch", index: "Index", fresh: "Corpus") -> "Array":
    """Return the rows that share two rare fingerprints with one of a batch, or one with the same around it."""
    import numpy as np

    from dedupe.kernels.bucket import touch
    from dedupe.kernels.buffers import ragged

    values, starts = ragged(batch.column("prints"))
    around = ragged(batch.column("around"))[0].view(np.uint32)
    story = np.repeat(np.arange(len(batch)), np.diff(starts))
    sections = sections_of(values)
    rare = index.count("prints", values, sections) <= fresh.settings.fingerprint_cap
    values, sections, story, around = values[rare], sections[rare], story[rare], around[rare]
    found = index.find("prints", values, sections, fresh.settings.fingerprint_cap)
    alike = touch(around[found.place], found.told.view(np.uint32))
    pair = story[found.place] << ROW | found.row
    codes, counts = np.unique(pair, return_counts=True)
    kept = (counts > 1) | np.isin(codes, pair[alike])
    return np.asarray(codes[kept] & ((1 << ROW) - 1))


def sections_of(prints: "Array") -> "Array":
    """Return the section that each fingerprint, int32[m], stands in, int64[m]."""
    import numpy as np

    return part(prints.view(np.uint32).astype(np.uint64)).astype(np.int64)


def _neighbours(nodes: "Array", index: "Index", fresh: "Corpus") -> "Array":
    """Return the rows that are nearest to nodes by their heaviest terms."""
    import numpy as np

    heavy = candidates.heavy(compared.unit(fresh, nodes))
    story = np.repeat(np.arange(len(nodes)), np.diff(heavy.indptr))
    terms = heavy.indices.astype(np.int64)
    sections = terms >> TERMS
    sizes = index.count("terms", terms, sections)
    order = np.lexsort((sizes, story))
    met = np.cumsum(sizes[order])
    begins = np.searchsorted(story[order], np.arange(len(nodes)))
    before = np.append(0, met)[begins[story[order]]]
    looked = np.sort(order[met - before <= candidates.POSTINGS])
    found = index.find("terms", terms[looked], sections[looked], candidates.POSTINGS)
    pair, place = np.unique(story[looked][found.place] << ROW | found.row, return_inverse=True)
    like = np.bincount(place, heavy.data[looked][found.place] * found.told, len(pair))
    like = of_characters(like.astype(np.float32), fresh.spaceless[nodes[pair >> ROW]])
    least = LIKE if fresh.settings.looks_for_related(fresh.total) else ALIKE
    best = np.lexsort((-like, pair >> ROW))
    rank = np.arange(len(best)) - np.searchsorted((pair >> ROW)[best], (pair >> ROW)[best])
    kept = best[(rank < fresh.settings.neighbours) & (like[best] >= least)]
    return np.asarray(pair[kept] & ((1 << ROW) - 1))
