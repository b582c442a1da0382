"""What nodes of a corpus are compared by, block by block, so that it need never be held for all."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    from dedupe.pipeline.corpus import Corpus
    from dedupe.score import Features

    Array = np.ndarray[Any, Any]

COMPARED = ["words", "stems", "flags", "sentences", "terms", "counts", "truncated", "stub", "spaceless"]
SMALL = 1 << 20  # words of a corpus whose features are made once and kept
BLOCK = 1 << 21  # words whose features are held at once


def features(corpus: "Corpus", nodes: "Array") -> "Features":
    """Return what nodes, int32[m], distinct, are compared by."""
    from dedupe.score import features

    block = features(corpus.take(nodes, COMPARED), *corpus.weights, corpus.settings)
    return block._replace(stub=corpus.stubs.is_stub[nodes], title=corpus.stubs.title[nodes])


def every(corpus: "Corpus") -> "Features | None":
    """Return what all nodes are compared by, made once; None for a corpus that is not small."""
    import numpy as np

    if corpus.every is None and int(corpus.traits.words.sum()) <= SMALL:
        corpus.every = features(corpus, np.arange(corpus.size, dtype=np.int32))
    return corpus.every


def blocks(corpus: "Corpus", pairs: "Array") -> "Iterator[Array]":
    """Yield places in pairs, int32[p, 2], each once and one part at least; pairs with nodes in common stand together."""
    import numpy as np

    from dedupe.cluster import components

    if every(corpus) is not None or not len(pairs):
        yield np.arange(len(pairs))
        return
    group = components(corpus.size, pairs)[pairs[:, 0]]
    order = np.lexsort((corpus.place[pairs[:, 1]], corpus.place[pairs[:, 0]], group))
    words = np.cumsum(corpus.traits.words[pairs[order]].sum(axis=1))
    yield from np.split(order, np.searchsorted(words, np.arange(BLOCK, int(words[-1]), BLOCK)))


def block(corpus: "Corpus", pairs: "Array") -> "tuple[Array, Features]":
    """Return pairs of nodes, int32[p, 2], as rows of a block, and what the block's rows are compared by."""
    import numpy as np

    kept = every(corpus)
    if kept is not None:
        return pairs, kept
    nodes, local = np.unique(pairs, return_inverse=True)
    return local.reshape(-1, 2).astype(np.int32), features(corpus, nodes)


def _slices(corpus: "Corpus", nodes: "Array") -> "list[Array]":
    """Return nodes, part by part, one part at least."""
    import numpy as np

    words = np.cumsum(corpus.traits.words[nodes])
    return np.split(nodes, np.searchsorted(words, np.arange(BLOCK, int(words[-1]), BLOCK))) if len(nodes) else [nodes]


def as_stored(corpus: "Corpus", nodes: "Array") -> "Array":
    """Return the places in nodes in the order in which their rows are stored: read so, each page is read once."""
    import numpy as np

    return np.argsort(corpus.place[nodes], kind="stable")


def fingerprints(corpus: "Corpus", nodes: "Array") -> "tuple[Array, Array]":
    """Return the fingerprints, uint32[m], of nodes, and where each node's begin, int64[n + 1]."""
    import numpy as np

    from dedupe.candidates import fingerprints
    from dedupe.kernels.buffers import ragged

    def read(part: "Array") -> "tuple[Array, Array]":
        words, starts = ragged(corpus.take(part, ["words"]).column("words"))
        return fingerprints(words.view(np.uint32), starts, corpus.settings)

    values, starts = zip(*corpus.engine.each(read, _slices(corpus, nodes)), strict=True)
    return np.concatenate(values), np.append(0, np.cumsum(np.concatenate([np.diff(part) for part in starts])))


def unit(corpus: "Corpus", nodes: "Array") -> Any:
    """Return the unit TF-IDF vectors of nodes, CSR."""
    from dedupe.kernels.tally import SLOTS
    from dedupe.score import counted, vectors

    return vectors(counted(corpus.take(nodes, ["terms", "counts"]), SLOTS), corpus.weights.idf)


def cosines(corpus: "Corpus", pairs: "Array") -> "Array":
    """Return the cosine of the TF-IDF vectors of pairs of nodes, float32[p]."""
    import numpy as np

    from dedupe.kernels.terms import cosine

    found = np.zeros(len(pairs), np.float32)

    def read(part: "Array") -> None:
        nodes, local = np.unique(pairs[part], return_inverse=True)
        rows = unit(corpus, nodes)
        found[part] = cosine(local.reshape(-1, 2).astype(np.int32), rows.indices, rows.data, rows.indptr)

    for _ in corpus.engine.each(read, blocks(corpus, pairs)):
        pass
    return found


def heavy(corpus: "Corpus", nodes: "Array") -> Any:
    """Return the heaviest terms of the TF-IDF vectors of nodes, CSR."""
    import numpy as np
    from scipy.sparse import vstack

    from dedupe.candidates import heavy

    def read(part: "Array") -> Any:
        return heavy(unit(corpus, part))

    order = as_stored(corpus, nodes)
    found = vstack(list(corpus.engine.each(read, _slices(corpus, nodes[order]))), format="csr")
    return found[np.argsort(order)]


def have_run(corpus: "Corpus", pairs: "Array") -> "Array":
    """Return which pairs of nodes share as many words in a row as make an overlap, bool[p]."""
    import numpy as np

    from dedupe.kernels.overlap import overlap
    from dedupe.kernels.shingle import shingle

    def read(local: "Array", words: "Array", starts: "Array") -> "Array":
        return np.asarray(overlap(local, *shingle(words, starts, corpus.settings.run, True)) > 0)

    return np.asarray(_of_words(corpus, pairs, read), bool)


def runs(corpus: "Corpus", pairs: "Array") -> "Array":
    """Return the longest common run, in words, of pairs of nodes, int32[p]; 0 under the size of a shingle."""
    from dedupe.kernels.overlap import run

    return _of_words(corpus, pairs, lambda local, words, starts: run(local, words, starts, corpus.settings.shingle_size))


def _of_words(corpus: "Corpus", pairs: "Array", step: "Callable[[Array, Array, Array], Array]") -> "Array":
    """Return what a step says, int32[p], of pairs as rows of a block and of the block's words."""
    import numpy as np

    from dedupe.kernels.buffers import ragged

    found = np.zeros(len(pairs), np.int32)

    def read(part: "Array") -> None:
        nodes, local = np.unique(pairs[part], return_inverse=True)
        words, starts = ragged(corpus.take(nodes, ["words"]).column("words"))
        found[part] = step(local.reshape(-1, 2).astype(np.int32), words.view(np.uint32), starts)

    for _ in corpus.engine.each(read, blocks(corpus, pairs)):
        pass
    return found
