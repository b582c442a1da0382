"""Normal text -> words, sentences, shingles and signature."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from dedupe.words import Words

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.settings import Settings

    Array = np.ndarray[Any, Any]

LENGTH_BITS = 10  # of a sentence's number: its words, so many at most
# Words whose full stop ends no sentence.
ABBREVIATIONS = (
    "mr mrs ms dr st gen col sen rep gov lt sgt capt maj adm no vs inc corp co ltd jr sr prof rev hon dept fig "
    "jan feb mar apr jun jul aug sep sept oct nov dec mt ft approx ca nr bzw usw vgl evtl tel art abs mio mrd ing mgr "
    "sra sres sr dña av núm pág mme mlle tys mil ul tzv např resp г ул им тыс млн млрд др руб"
)


def split(texts: "Sequence[str] | pa.StringArray") -> Words:
    """Return the words and sentences of texts, one row a text."""
    import pyarrow as pa

    from dedupe.kernels.buffers import frozen, strings
    from dedupe.kernels.letters import letters
    from dedupe.kernels.words import words

    array = texts if isinstance(texts, pa.Array) else pa.array(texts, pa.string())
    return Words(*map(frozen, words(*strings(array), *letters(), _abbreviations())))


@cache
def _abbreviations() -> "Array":
    import numpy as np
    import pyarrow as pa

    from dedupe.kernels.buffers import strings
    from dedupe.kernels.letters import letters
    from dedupe.kernels.words import words

    known = pa.array(ABBREVIATIONS.split(), pa.string())
    return np.sort(words(*strings(known), *letters(), np.empty(0, np.uint32))[0])


@cache
def permutations(num_perm: int, seed: int) -> tuple["Array", "Array"]:
    """Return datasketch's permutations of scheme affine32: two uint32[num_perm], h -> left * h + right."""
    import numpy as np
    from datasketch import MinHash

    left, right = MinHash(num_perm=num_perm, seed=seed, scheme="affine32").permutations
    return np.ascontiguousarray(left, np.uint32), np.ascontiguousarray(right, np.uint32)


def told(batch: "pa.RecordBatch") -> "pa.Array":
    """Return the normal texts of rows, but for blanks around lines and empty lines: `text`, or where that is null the body."""
    from pyarrow.compute import coalesce

    return coalesce(batch.column("text"), batch.column("body"))


def sign(read: Words, settings: "Settings") -> "dict[str, pa.Array]":
    """Return the columns of the rows with these words.

    length     how many words
    terms      the distinct terms, sorted, each with its count: see `kernels.terms`
    signature  num_perm minima, their bits
    prints     fingerprints, sorted and distinct, and `around` each what `kernels.winnow` tells of it
    sentences  a number for each: LENGTH_BITS for its words, above them a hash of them
    digest     64 bits of the words in their order; rows of equal normal text have equal digests
    spaceless  whether most words are pairs of characters
    """
    import numpy as np
    import pyarrow as pa

    from dedupe.kernels.buffers import lists
    from dedupe.kernels.eligible import spaceless
    from dedupe.kernels.minhash import minhash
    from dedupe.kernels.shingle import digest, shingle
    from dedupe.kernels.tally import slots
    from dedupe.kernels.terms import terms

    found, ends = terms(slots(read.stems), read.starts)
    shingles, starts = shingle(read.words, read.starts, settings.shingle_size, False)
    signatures = minhash(shingles, starts, *permutations(settings.num_perm, settings.seed))
    prints, around, places = fingerprints(read, settings)
    return {
        "length": pa.array(np.diff(read.starts)),
        "terms": lists(found.view(np.int32), ends),
        "signature": lists(signatures.view(np.int32).ravel(), np.arange(len(signatures) + 1) * settings.num_perm),
        "prints": lists(prints.view(np.int32), places),
        "around": lists(around.view(np.int32), places),
        "sentences": lists(sentences(read), read.sentence_starts),
        "digest": pa.array(digest(read.words, read.starts).view(np.int64)),
        "spaceless": pa.array(spaceless(read.flags, read.starts)),
    }


def fingerprints(read: Words, settings: "Settings") -> "tuple[Array, Array, Array]":
    """Return the fingerprints, uint32[m], of texts, what is around each, uint32[m], and where each row begins, int32[n + 1]."""
    from dedupe.kernels.shingle import shingle
    from dedupe.kernels.winnow import winnow

    grams, starts = shingle(read.words, read.starts, settings.fingerprint_size, False)
    around = max(settings.run - settings.fingerprint_size + 1, 0) // 2  # words of a run that stand on one side at least
    return winnow(grams, starts, settings.fingerprint_window, read.words, read.starts, around)  # type: ignore[no-any-return]


def sentences(read: Words) -> "Array":
    """Return the number of each sentence, int64[s]: see `sign`."""
    import numpy as np

    from dedupe.kernels.shingle import digest

    bounds = _bounds(read)
    most = np.uint64((1 << LENGTH_BITS) - 1)
    lengths = np.minimum(np.diff(bounds).astype(np.uint64), most)
    return np.asarray((digest(read.words, bounds) & ~most | lengths).view(np.int64))


def unsay(read: Words, unsaid: "Array") -> Words:
    """Return the words of texts without the sentences that `unsaid`, bool[s], marks; where words stood is not kept."""
    import numpy as np

    from dedupe.kernels.buffers import frozen

    row = np.repeat(np.arange(len(read.starts) - 1), np.diff(read.sentence_starts))
    lengths = np.diff(_bounds(read))
    kept = np.repeat(~unsaid, lengths)
    size = np.bincount(row[~unsaid], lengths[~unsaid], len(read.starts) - 1)
    count = np.bincount(row[~unsaid], minlength=len(read.starts) - 1)
    starts = np.append(0, np.cumsum(size)).astype(np.int32)
    begins = (np.cumsum(lengths[~unsaid]) - lengths[~unsaid] - starts[:-1][row[~unsaid]]).astype(np.int32)
    words, stems, flags = (column[kept] for column in read[:3])
    return Words(*map(frozen, (words, stems, flags, flags[:0], starts, begins, np.append(0, np.cumsum(count)).astype(np.int32))))


def _bounds(read: Words) -> "Array":
    """Return where each sentence begins among all words, and at last where they end, int32[s + 1]."""
    import numpy as np

    from dedupe.kernels.buffers import frozen

    row = np.repeat(np.arange(len(read.starts) - 1), np.diff(read.sentence_starts))
    return frozen(np.append(read.sentences + read.starts[:-1][row], len(read.words)).astype(np.int32))  # type: ignore[no-any-return]
