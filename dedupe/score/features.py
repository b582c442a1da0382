"""What stories are compared by: shingles, anchors, and TF-IDF vectors of the story and of its sentences."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.settings import Settings
    from dedupe.words import Weights, Words

    Array = np.ndarray[Any, Any]

ANCHORS = (8, 6)  # of a story: at most, and at least if other words must fill up
CHARACTER_ANCHORS = (16, 16)  # a name of a few characters is as many pairs of them
SCORED = 4  # words a sentence has at least


class Ragged(NamedTuple):
    """Rows of different length, end to end: row i is values[starts[i]:starts[i + 1]]."""

    values: "Array"
    starts: "Array"


class Sentences(NamedTuple):
    """The scored sentences of n stories: how many each has, their words, and their unit vectors sorted by term."""

    counts: "Array"
    lengths: Ragged
    term_starts: "Array"
    terms: "Array"
    places: "Array"
    weights: "Array"


class Features(NamedTuple):
    """What a block of n stories is compared by; `spaceless` says that most words are pairs of characters.

    `stub` marks bodies that are no story; these are one only under one `title`, a number, too.
    """

    words: Ragged
    shingles: Ragged
    numbers: Ragged
    vectors: Any
    anchors: Ragged
    anchor_weights: "Array"
    sentences: Sentences
    truncated: "Array"
    stub: "Array"
    title: "Array"
    spaceless: "Array"


def features(batch: "pa.RecordBatch", read: "Words", weights: "Weights", settings: "Settings") -> Features:
    """Return what signed rows, with these words, are compared by."""
    import numpy as np

    from dedupe.kernels.anchor import anchor, name
    from dedupe.kernels.eligible import eligible, numbers
    from dedupe.kernels.sentences import sentences
    from dedupe.kernels.shingle import shingle
    from dedupe.kernels.tally import slots

    words, places = Ragged(read.words, read.starts), slots(read.stems)
    spaceless = batch.column("spaceless").to_numpy(zero_copy_only=False)
    told = counted(batch, len(weights.idf))
    own = weights.idf[told.indices]
    anchors, anchor_weights, anchor_starts = anchor(
        told.indices,
        (1 + np.log(told.data)) * own,
        told.indptr,
        name(told.indices, told.indptr, places, eligible(words.values, read.flags, words.starts, weights.written), words.starts),
        np.where(spaceless[:, None], CHARACTER_ANCHORS, ANCHORS).astype(np.int32),
    )
    rows = told.indices, told.indptr, own
    counts, lengths, *terms = sentences(places, words.starts, read.sentences, read.sentence_starts, rows, SCORED)
    return Features(
        words=words,
        shingles=Ragged(*shingle(*words, settings.shingle_size, True)),
        numbers=Ragged(*shingle(*numbers(words.values, read.flags, words.starts), 1, True)),
        vectors=vectors(told, weights),
        anchors=Ragged(anchors, anchor_starts),
        anchor_weights=anchor_weights,
        sentences=Sentences(counts, Ragged(lengths, np.append(0, np.cumsum(counts))), *terms),
        truncated=batch.column("truncated").to_numpy(zero_copy_only=False),
        stub=np.zeros(len(batch), bool),
        title=np.zeros(len(batch), np.int64),
        spaceless=spaceless,
    )


def counted(batch: "pa.RecordBatch", size: int) -> Any:
    """Return how often each term stands in each signed row, float32 CSR[n, size], sorted within a row."""
    import numpy as np
    from scipy.sparse import csr_matrix

    from dedupe.kernels.buffers import ragged
    from dedupe.kernels.terms import unpacked

    terms, starts = ragged(batch.column("terms"))
    slots, counts = unpacked(terms.view(np.uint32))
    matrix = csr_matrix((counts, slots, starts), shape=(len(starts) - 1, size), copy=False)
    matrix.has_canonical_format = True
    return matrix


def vectors(counts: Any, weights: "Weights") -> Any:
    """Return the unit TF-IDF vectors, float32 CSR, of counts, which become these: (1 + ln tf) * (idf + 1)."""
    from sklearn.feature_extraction.text import TfidfTransformer

    if not counts.nnz:
        return counts
    transformer = TfidfTransformer(sublinear_tf=True)
    transformer.idf_ = weights.smooth
    return transformer.transform(counts, copy=False)
