"""The one relation of a pair: the first rule that its scores fit."""

from typing import TYPE_CHECKING, Any

from dedupe.model import Relation
from dedupe.score.pairs import UNKNOWN

if TYPE_CHECKING:
    import numpy as np

    from dedupe.score.features import Features
    from dedupe.score.pairs import Scores
    from dedupe.settings import Settings

    Array = np.ndarray[Any, Any]

ORDER = tuple(Relation)
NONE = len(ORDER)


def relations(pairs: "Array", scores: "Scores", block: "Features", settings: "Settings") -> "Array":
    """Return for each pair the place of its relation in ORDER, int8[p]; NONE for the unrelated, overlaps left open."""
    import numpy as np

    relation = np.full(len(pairs), NONE, np.int8)
    for name, fits in reversed(rules(pairs, scores, block, settings).items()):
        relation[fits] = ORDER.index(name)
    return relation


def rules(pairs: "Array", scores: "Scores", block: "Features", settings: "Settings") -> "dict[Relation, Array]":
    """Return which pairs fit the rule of each relation, bool[p]; the first rule that fits gives the relation."""
    left, right = pairs[:, 0], pairs[:, 1]
    shorter, longer = scores.lengths.min(axis=1), scores.lengths.max(axis=1)
    cut = block.truncated[left] | block.truncated[right]
    whole = ~(block.stub[left] | block.stub[right])
    tellable = whole & (shorter >= settings.min_words)
    anchored = (scores.anchor >= settings.anchor) & (scores.figures >= settings.figures)
    near = scores.jaccard >= settings.near
    told = (scores.cosine >= settings.cosine) & (scores.told >= settings.told) & (scores.alignment >= settings.aligned)
    told |= (scores.coverage >= settings.coverage) & (scores.matched >= settings.matched)
    excerpt = (scores.containment >= settings.containment) & (scores.short_anchor >= settings.anchor)
    excerpt &= (shorter >= settings.excerpt_words) & ((shorter <= settings.excerpt_ratio * longer) | cut)
    return {
        Relation.IDENTICAL: scores.equal & (whole | (block.title[left] == block.title[right])),
        Relation.NEAR: near & anchored & whole,
        Relation.EXCERPT: excerpt & tellable,
        Relation.REWORDED: told & anchored & tellable,
        Relation.TEMPLATE: (near | told) & ~anchored & tellable,
        Relation.RELATED: (scores.alignment >= settings.related) & tellable,
    }


def overlaps(
    pairs: "Array", relation: "Array", shared: "Array", block: "Features", settings: "Settings"
) -> "tuple[Array, Array]":
    """Return the relations with the distinct stories that share a run of words named as overlaps, and the runs.

    A run is the longest that both sides have, in words, int32[p], of the pairs that may be named; UNKNOWN of others.
    """
    import numpy as np

    from dedupe.kernels.overlap import run

    least = settings.run - settings.shingle_size + 1  # shingles of a run, were none of them repeated
    open_ = relation > ORDER.index(Relation.OVERLAP)
    maybe = open_ & (shared >= least // 2) & ~block.stub[pairs].any(axis=1)
    asked, runs = np.flatnonzero(~open_ | maybe), np.full(len(pairs), UNKNOWN, np.int32)
    runs[asked] = run(pairs[asked], block.words.values, block.words.starts, settings.shingle_size)
    return np.where(maybe & (runs >= settings.run), ORDER.index(Relation.OVERLAP), relation).astype(np.int8), runs
