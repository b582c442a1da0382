"""The scores of candidate pairs: the cheap ones first, sentences only for what they leave open."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    from dedupe.score.features import Features
    from dedupe.settings import Settings

    Array = np.ndarray[Any, Any]

FIGURES = 4  # numbers that say whether two texts of one form have the same facts
UNKNOWN = -1  # a run that was not looked for
HOPELESS = 0.08  # cosine below which no sentence is compared: see `is_open`


class Scores(NamedTuple):
    """The scores of p pairs, each an array of length p; shares are float32 in [0, 1], `sides` float32[p, 2] left and right.

    `run` is not looked for here: UNKNOWN.
    """

    equal: "Array"
    jaccard: "Array"
    containment: "Array"
    cosine: "Array"
    anchor: "Array"
    short_anchor: "Array"
    told: "Array"
    coverage: "Array"
    matched: "Array"
    alignment: "Array"
    shared: "Array"
    figures: "Array"
    sides: "Array"
    lengths: "Array"
    run: "Array"


def score(pairs: "Array", block: "Features", settings: "Settings") -> Scores:
    """Return the scores of pairs, int32[p, 2], of rows of a block."""
    import numpy as np

    from dedupe.kernels.anchor import found
    from dedupe.kernels.overlap import equal, overlap
    from dedupe.kernels.terms import cosine as cosines

    terms = block.vectors
    size, sets = np.diff(block.words.starts), np.diff(block.shingles.starts)
    left, right = pairs[:, 0], pairs[:, 1]
    shared = overlap(pairs, *block.shingles).astype(np.float32)
    smaller = np.minimum(sets[left], sets[right])
    jaccard = shared / np.maximum(sets[left] + sets[right] - shared, 1)
    shares = found(pairs, block.anchors.values, block.anchor_weights, block.anchors.starts, terms.indices, terms.indptr)
    cosine = cosines(pairs, terms.indices, terms.data, terms.indptr)
    is_open = (cosine >= HOPELESS) | (shared > 0)
    told = coverage(pairs, is_open, block, settings)
    spaceless = block.spaceless[left] & block.spaceless[right]
    return Scores(
        equal=equal(pairs, *block.words),
        jaccard=jaccard,
        containment=shared / np.maximum(smaller, 1),
        cosine=of_characters(cosine, spaceless),
        anchor=of_characters(_mean(shares), spaceless),
        short_anchor=of_characters(_of_shorter(shares, size[left] <= size[right]), spaceless),
        told=np.maximum(told[:, 0], told[:, 1]),
        coverage=np.maximum(told[:, 2], told[:, 3]),
        matched=np.minimum(told[:, 4], told[:, 5]).astype(np.int32),
        alignment=of_characters(told[:, 6], spaceless),
        shared=shared.astype(np.int32),
        figures=_figures(pairs, block.numbers),
        sides=told[:, 2:4],
        lengths=np.stack((size[left], size[right]), axis=1),
        run=np.full(len(pairs), UNKNOWN, np.int32),
    )


def _figures(pairs: "Array", numbers: Any) -> "Array":
    """Return the share of the numbers of the side with fewer that the other has, too; 1 where it has less than FIGURES."""
    import numpy as np

    from dedupe.kernels.overlap import overlap

    count = np.diff(numbers.starts)[pairs].min(axis=1)
    share = overlap(pairs, *numbers) / np.maximum(count, 1)
    return np.where(count >= FIGURES, share, 1).astype(np.float32)


def of_characters(shares: "Array", spaceless: "Array") -> "Array":
    """Return the shares of characters where they were counted of pairs of characters.

    A character that differs breaks the two pairs it stands in: where a share q of characters is the same, that of pairs is
    about q * q.
    """
    import numpy as np

    return np.where(spaceless, np.sqrt(shares), shares)


def _mean(shares: "Array") -> "Array":
    """Return the mean of both directions; of the one there is; 1 where neither story has an anchor."""
    import numpy as np

    known = ~np.isnan(shares)
    total = np.where(known, shares, 0).sum(axis=1)
    return np.where(known.any(axis=1), total / np.maximum(known.sum(axis=1), 1), 1).astype(np.float32)


def _of_shorter(shares: "Array", left_is_shorter: "Array") -> "Array":
    """Return the share of the shorter story's anchors that the longer has."""
    import numpy as np

    own = np.where(left_is_shorter, shares[:, 0], shares[:, 1])
    return np.where(np.isnan(own), _mean(shares), own).astype(np.float32)


def coverage(pairs: "Array", is_open: "Array", block: "Features", settings: "Settings") -> "Array":
    """Return what the aligned sentences of the open pairs say, float32[p, 7] as `kernels.align.cover` has it; else 0."""
    import numpy as np

    from dedupe.kernels.align import align, cover

    s = block.sentences
    told = np.zeros((len(pairs), 7), np.float32)
    open_pairs = pairs[is_open]
    best, _, begins = align(open_pairs, s.counts, s.term_starts, s.terms, s.places, s.weights)
    levels = np.array([settings.loose, settings.close], np.float32)
    told[is_open] = cover(open_pairs, best, begins, s.counts, *s.lengths, levels)
    return told
