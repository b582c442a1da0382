"""Normal text -> words, sentences, shingles and signature."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.settings import Settings

    Array = np.ndarray[Any, Any]

SIGNED = [
    "words",
    "stems",
    "flags",
    "sentences",
    "terms",
    "counts",
    "signature",
    "digest",
    "spaceless",
]  # the columns that signing adds
# Words whose full stop ends no sentence.
ABBREVIATIONS = (
    "mr mrs ms dr st gen col sen rep gov lt sgt capt maj adm no vs inc corp co ltd jr sr prof rev hon dept fig "
    "jan feb mar apr jun jul aug sep sept oct nov dec mt ft approx ca nr bzw usw vgl evtl tel art abs mio mrd ing mgr "
    "sra sres sr dña av núm pág mme mlle tys mil ul tzv např resp г ул им тыс млн млрд др руб"
)


class Words(NamedTuple):
    """The words of n texts: see `kernels.words.words` for the arrays."""

    words: "Array"
    stems: "Array"
    flags: "Array"
    places: "Array"
    starts: "Array"
    sentences: "Array"
    sentence_starts: "Array"


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


def sign(batch: "pa.RecordBatch", settings: "Settings") -> "pa.RecordBatch":
    """Return the rows with their words, stems, flags and sentences (lists), signature (a list of num_perm bits) and digest.

    `terms` are the slots of a row's stems, sorted and distinct, and `counts` how often each stands there. The digest is 64
    bits of the words in their order; rows of equal normal text have equal digests. `spaceless` says that most words are
    pairs of characters.
    """
    return _signed(batch, split(told(batch)), settings)


def told(batch: "pa.RecordBatch") -> "pa.Array":
    """Return the normal texts of rows, but for blanks around lines and empty lines: `text`, or where that is null the body."""
    from pyarrow.compute import coalesce

    return coalesce(batch.column("text"), batch.column("body"))


def unsay(batch: "pa.RecordBatch", unsaid: "Array", settings: "Settings") -> "pa.RecordBatch":
    """Return signed rows signed again without the sentences that `unsaid`, bool[s] over all of theirs, marks."""
    import numpy as np

    from dedupe.kernels.buffers import frozen, ragged

    words, starts = ragged(batch.column("words"))
    begins, rows = ragged(batch.column("sentences"))
    row = np.repeat(np.arange(len(batch)), np.diff(rows))
    lengths = np.diff(np.append(begins + starts[:-1][row], len(words)))
    kept = np.repeat(~unsaid, lengths)
    size, count = np.bincount(row[~unsaid], lengths[~unsaid], len(batch)), np.bincount(row[~unsaid], minlength=len(batch))
    new = np.append(0, np.cumsum(size)).astype(np.int32)
    sentences = (np.cumsum(lengths[~unsaid]) - lengths[~unsaid] - new[:-1][row[~unsaid]]).astype(np.int32)
    stems, flags = (ragged(batch.column(name))[0][kept] for name in ("stems", "flags"))
    starts, found = np.append(0, np.cumsum(count)), (words[kept].view(np.uint32), stems.view(np.uint32), flags.view(np.uint8))
    read = Words(*map(frozen, (*found, stems, new, sentences, starts)))
    return _signed(batch.drop_columns([name for name in batch.schema.names if name in SIGNED]), read, settings)


def _spaceless(read: Words) -> "Array":
    """Return whether most words of each row are pairs of characters, bool[n]."""
    import numpy as np

    from dedupe.kernels.flags import CHARACTER

    total = np.append(0, np.cumsum(read.flags & CHARACTER != 0))[read.starts]
    return np.asarray(2 * np.diff(total) > np.diff(read.starts))


def _signed(batch: "pa.RecordBatch", read: Words, settings: "Settings") -> "pa.RecordBatch":
    import numpy as np
    import pyarrow as pa

    from dedupe.kernels.buffers import lists
    from dedupe.kernels.minhash import minhash
    from dedupe.kernels.shingle import digest, shingle
    from dedupe.kernels.tally import slots
    from dedupe.kernels.terms import terms

    found, counts, ends = terms(slots(read.stems), read.starts)
    shingles, starts = shingle(read.words, read.starts, settings.shingle_size, False)
    signatures = minhash(shingles, starts, *permutations(settings.num_perm, settings.seed))
    columns = [
        lists(read.words.view(np.int32), read.starts),
        lists(read.stems.view(np.int32), read.starts),
        lists(read.flags.view(np.int8), read.starts),
        lists(read.sentences, read.sentence_starts),
        lists(found, ends),
        lists(counts, ends),
        lists(signatures.view(np.int32).ravel(), np.arange(len(signatures) + 1) * settings.num_perm),
        pa.array(digest(read.words, read.starts).view(np.int64)),
        pa.array(_spaceless(read)),
    ]
    return pa.RecordBatch.from_arrays([*batch.columns, *columns], names=[*batch.schema.names, *SIGNED])
