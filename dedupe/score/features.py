"""What stories are compared by: shingles, anchors, and TF-IDF vectors of the story and of its sentences."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.settings import Settings

    Array = np.ndarray[Any, Any]

ANCHORS = (8, 6)  # of a story: at most, and at least if other words must fill up
CHARACTER_ANCHORS = (16, 16)  # a name of a few characters is as many pairs of them
IS_NAME, NEVER_SMALL = 1, 2  # as `weights` has them
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


def features(batch: "pa.RecordBatch", idf: "Array", written: "Array", settings: "Settings") -> Features:
    """Return what signed rows are compared by.

    idf, written  by slot, see `weights.Weights`
    """
    import numpy as np

    from dedupe.kernels.anchor import anchor, name
    from dedupe.kernels.buffers import ragged
    from dedupe.kernels.shingle import shingle
    from dedupe.kernels.tally import slots

    words = Ragged(*ragged(batch.column("words")))
    words = Ragged(words.values.view(np.uint32), words.starts)
    flags = ragged(batch.column("flags"))[0].view(np.uint8)
    places = slots(ragged(batch.column("stems"))[0].view(np.uint32))
    spaceless = batch.column("spaceless").to_numpy(zero_copy_only=False)
    counts = counted(batch, len(idf))
    anchors, anchor_weights, anchor_starts = anchor(
        counts.indices,
        (1 + np.log(counts.data)) * idf[counts.indices],
        counts.indptr,
        name(counts.indices, counts.indptr, places, _eligible(words, flags, written), words.starts),
        np.where(spaceless[:, None], CHARACTER_ANCHORS, ANCHORS).astype(np.int32),
    )
    return Features(
        words=words,
        shingles=Ragged(*shingle(*words, settings.shingle_size, True)),
        numbers=_numbers(words, flags),
        vectors=vectors(counts, idf),
        anchors=Ragged(anchors, anchor_starts),
        anchor_weights=anchor_weights,
        sentences=_sentences(batch, places, idf, words.starts),
        truncated=batch.column("truncated").to_numpy(zero_copy_only=False),
        stub=batch.column("stub").to_numpy(zero_copy_only=False),
        title=np.zeros(len(batch), np.int64),
        spaceless=spaceless,
    )


def _numbers(words: Ragged, flags: "Array") -> Ragged:
    """Return the distinct numbers of two digits or more of each row, as sorted hashes."""
    import numpy as np

    from dedupe.kernels.buffers import frozen
    from dedupe.kernels.flags import NUMBER, SHORT
    from dedupe.kernels.shingle import shingle

    long = (flags & NUMBER != 0) & (flags & SHORT == 0)
    starts = np.append(0, np.cumsum(long))[words.starts].astype(np.int32)
    return Ragged(*shingle(frozen(words.values[long]), frozen(starts), 1, True))


def _per_row(flags: "Array", starts: "Array") -> "Array":
    """Return how many flags, bool[m], each row has, int64[n]."""
    import numpy as np

    total = np.append(0, np.cumsum(flags))
    return np.asarray(total[starts[1:]] - total[starts[:-1]])


def _eligible(words: Ragged, flags: "Array", written: "Array") -> "Array":
    """Return which words may be anchors, bool[m]: names and numbers; in a text without capitals any word."""
    import numpy as np

    from dedupe.kernels.flags import CAPITAL, NUMBER, SHORT, SHOUTED
    from dedupe.kernels.tally import slots

    capital = flags & CAPITAL != 0
    how = written[slots(words.values)]
    eligible = capital & (how & IS_NAME != 0) | (flags & SHOUTED != 0) & capital & (how & NEVER_SMALL != 0)
    eligible |= (flags & NUMBER != 0) & (flags & SHORT == 0)
    size = np.diff(words.starts)
    return np.asarray(eligible | np.repeat(_per_row(capital, words.starts) <= 0.01 * size, size))


def counted(batch: "pa.RecordBatch", size: int) -> Any:
    """Return how often each term stands in each signed row, float32 CSR[n, size], sorted within a row."""
    from dedupe.kernels.buffers import ragged

    terms, starts = ragged(batch.column("terms"))
    return _matrix(terms, ragged(batch.column("counts"))[0], starts, size)


def _matrix(terms: "Array", counts: "Array", starts: "Array", size: int) -> Any:
    from scipy.sparse import csr_matrix

    matrix = csr_matrix((counts, terms, starts), shape=(len(starts) - 1, size), copy=False)
    matrix.has_canonical_format = True
    return matrix


def vectors(counts: Any, idf: "Array") -> Any:
    """Return the unit TF-IDF vectors, float32 CSR, of counts: (1 + ln tf) * (idf + 1)."""
    from sklearn.feature_extraction.text import TfidfTransformer

    if not counts.nnz:
        return counts.copy()
    transformer = TfidfTransformer(sublinear_tf=True)
    transformer.idf_ = idf + 1
    return transformer.transform(counts)


def _sentences(batch: "pa.RecordBatch", places: "Array", idf: "Array", starts: "Array") -> Sentences:
    """Return the sentences long enough to be scored."""
    import numpy as np

    from dedupe.kernels.buffers import ragged
    from dedupe.kernels.sentences import sentences

    counts, lengths, *terms = sentences(places, starts, *ragged(batch.column("sentences")), idf, SCORED)
    return Sentences(counts, Ragged(lengths, np.append(0, np.cumsum(counts))), *terms)
