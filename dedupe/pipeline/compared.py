"""What nodes of a corpus are compared by, block by block, so that it need never be held for all."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from dedupe.pipeline.pieces import BLOCK, PIECES, pieces
from dedupe.pipeline.read import ORIGIN, words

if TYPE_CHECKING:
    import numpy as np

    from dedupe.pipeline.corpus import Corpus
    from dedupe.score import Features
    from dedupe.words import Words

    Array = np.ndarray[Any, Any]

COMPARED = [*ORIGIN, "terms", "truncated", "spaceless"]
SMALL = 1 << 20  # words of a corpus whose features are made once and kept
WIDE = 8 * BLOCK  # words of stories of which only the vectors are held


def features(corpus: "Corpus", nodes: "Array") -> "Features":
    """Return what nodes, int32[m], distinct and as stored, are compared by."""
    from dedupe.score import features

    batch = corpus.take(nodes, [*corpus.told, *COMPARED])
    block = features(batch, words(batch, corpus.quiet), corpus.weights, corpus.settings)
    return block._replace(stub=corpus.stubs.is_stub[nodes], title=corpus.stubs.title[nodes])


def every(corpus: "Corpus") -> "tuple[Array, Features] | None":
    """Return all nodes, as stored, and what they are compared by, made once; None for a corpus that is not small."""
    import numpy as np

    if corpus.every is None and int(corpus.lengths.sum()) <= SMALL:
        nodes = corpus.as_stored(np.arange(corpus.size, dtype=np.int32))
        corpus.every = nodes, features(corpus, nodes)
    return corpus.every


def blocks(corpus: "Corpus", pairs: "Array", most: int = BLOCK) -> "Iterator[Array]":
    """Yield places in pairs, int32[p, 2], each once and one part at least; pairs with nodes in common stand together.

    most  words of a part
    """
    import numpy as np

    from dedupe.cluster import components

    if every(corpus) is not None or not len(pairs):
        yield np.arange(len(pairs))
        return
    group = components(corpus.size, pairs)[pairs[:, 0]]
    order = np.lexsort((corpus.place[pairs[:, 1]], corpus.place[pairs[:, 0]], group))
    yield from (order[piece] for piece in pieces(corpus.lengths[pairs[order]].sum(axis=1), most))


def block(corpus: "Corpus", pairs: "Array") -> "tuple[Array, Features]":
    """Return pairs of nodes, int32[p, 2], as rows of a block, and what the block's rows are compared by."""
    kept = every(corpus)
    if kept is not None:
        return local(pairs, kept[0]), kept[1]
    nodes = nodes_of(corpus, pairs)
    return local(pairs, nodes), features(corpus, nodes)


def nodes_of(corpus: "Corpus", pairs: "Array") -> "Array":
    """Return the nodes in pairs, int32[p, 2], each once and as stored, int32[m]."""
    import numpy as np

    return corpus.as_stored(np.unique(pairs).astype(np.int32))


def local(pairs: "Array", nodes: "Array") -> "Array":
    """Return the places among nodes, int32[m], of the nodes in pairs, int32[p, 2]."""
    import numpy as np

    order = np.argsort(nodes)
    return order[np.searchsorted(nodes, pairs, sorter=order)].astype(np.int32).reshape(-1, 2)


def unit(corpus: "Corpus", nodes: "Array") -> Any:
    """Return the unit TF-IDF vectors of nodes, as stored, CSR."""
    from dedupe.kernels.tally import SLOTS
    from dedupe.score import counted, vectors

    return vectors(counted(corpus.take(nodes, ["terms"]), SLOTS), corpus.weights)


def cosines(corpus: "Corpus", pairs: "Array") -> "Array":
    """Return the cosine of the TF-IDF vectors of pairs of nodes, float32[p]."""
    import numpy as np

    from dedupe.kernels.terms import cosine

    kept = corpus.vectors

    def read(part: "Array") -> "tuple[Array, Array]":
        nodes, rows = kept or _vectors(corpus, nodes_of(corpus, pairs[part]))
        return part, cosine(local(pairs[part], nodes), rows.indices, rows.data, rows.indptr)

    parts = np.array_split(np.arange(len(pairs)), PIECES) if kept else blocks(corpus, pairs, WIDE)
    return _placed(corpus.engine.each(read, parts), np.zeros(len(pairs), np.float32))


def _vectors(corpus: "Corpus", nodes: "Array") -> "tuple[Array, Any]":
    return nodes, unit(corpus, nodes)


def heavy(corpus: "Corpus", nodes: "Array") -> Any:
    """Return the heaviest terms of the TF-IDF vectors of nodes, CSR; where there is room, the whole vectors are kept, too."""
    import numpy as np
    from scipy.sparse import vstack

    from dedupe.candidates import heavy

    stored, keeps = corpus.as_stored(nodes), 8 * int(corpus.lengths[nodes].sum()) <= corpus.engine.room

    def read(part: "Array") -> "tuple[Any, Any]":
        rows = unit(corpus, part)
        return heavy(rows), rows if keeps else None

    found, whole = zip(*corpus.engine.each(read, corpus.slices(stored)), strict=True)
    corpus.vectors = (stored, vstack(whole, format="csr")) if keeps else None
    order = np.argsort(stored)
    return vstack(found, format="csr")[order[np.searchsorted(stored, nodes, sorter=order)]]


def have_run(corpus: "Corpus", pairs: "Array") -> "Array":
    """Return which pairs of nodes share as many words in a row as make an overlap, bool[p]."""
    import numpy as np

    from dedupe.kernels.overlap import overlap
    from dedupe.kernels.shingle import shingle

    def read(local: "Array", told: "Words") -> "Array":
        return np.asarray(overlap(local, *shingle(told.words, told.starts, corpus.settings.run, True)) > 0)

    return _of_words(corpus, pairs, read).astype(bool)


def runs(corpus: "Corpus", pairs: "Array") -> "Array":
    """Return the longest common run, in words, of pairs of nodes, int32[p]; 0 under the size of a shingle."""
    from dedupe.kernels.overlap import run

    size = corpus.settings.shingle_size
    return _of_words(corpus, pairs, lambda local, told: run(local, told.words, told.starts, size))


def _of_words(corpus: "Corpus", pairs: "Array", step: "Callable[[Array, Words], Array]") -> "Array":
    """Return what a step says, int32[p], of pairs as rows of a block and of the block's words."""
    import numpy as np

    def read(part: "Array") -> "tuple[Array, Array]":
        nodes = nodes_of(corpus, pairs[part])
        return part, step(local(pairs[part], nodes), corpus.words(nodes))

    return _placed(corpus.engine.each(read, blocks(corpus, pairs)), np.zeros(len(pairs), np.int32))


def _placed(found: "Iterator[tuple[Array, Array]]", into: "Array") -> "Array":
    """Return an array with the values of each part at its places."""
    for part, values in found:
        into[part] = values
    return into
