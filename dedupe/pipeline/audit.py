"""`--audit`: a random sample of stories compared exactly with all others, and what the run had found of their duplicates."""

from itertools import product
from math import sqrt
from typing import TYPE_CHECKING, Any

from dedupe.model import Audit, Match
from dedupe.pipeline import compared
from dedupe.pipeline.assemble import matches_of
from dedupe.pipeline.corpus import Corpus
from dedupe.pipeline.find import LAST_DUPLICATE, Found, codes, scored
from dedupe.pipeline.pieces import BLOCK
from dedupe.score import Features, relations, score
from dedupe.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

    Array = np.ndarray[Any, Any]
    Progress = Callable[[str, int, int], None]

Z = 1.959964  # standard deviations of the normal distribution within which 95 % lie


def audit(corpus: Corpus, found: Found, progress: "Progress") -> Audit | None:
    """Return what share of the duplicate pairs of some random stories was found, or None where no audit is asked for.

    A pair is found in one cluster, or named as duplicates. The same stories and seed draw the same sample, in any order.
    """
    import numpy as np

    if not corpus.settings.audit:
        return None
    random, size = np.random.default_rng(corpus.settings.seed), min(corpus.settings.audit, corpus.size)
    drawn = np.sort(random.choice(corpus.size, size, replace=False)).astype(np.int32)
    pairs = _duplicates(corpus, drawn, progress)
    pairs = pairs[~corpus.decided.are_different(pairs)]
    named = found.scored.pairs[found.scored.relation <= LAST_DUPLICATE]
    hit = (found.centre[pairs[:, 0]] == found.centre[pairs[:, 1]]) | np.isin(codes(pairs), codes(named))
    low, high = wilson(int(hit.sum()), len(pairs))
    return Audit(size, len(pairs), int(hit.sum()), low, high, _named(corpus, pairs[~hit]))


def wilson(found: int, total: int, deviations: float = Z) -> tuple[float, float]:
    """Return the interval of Wilson (1927), 95 % unless told, for a share of which `found` in `total` were seen.

    It is all of [0, 1] where there were none.
    """
    if not total:
        return 0.0, 1.0
    share, z = found / total, deviations * deviations / total
    centre, spread = share + z / 2, sqrt(z * share * (1 - share) + z * z / 4)
    low, high = (centre - spread) / (1 + z), (centre + spread) / (1 + z)
    return max(low, 0.0) if found else 0.0, min(high, 1.0) if found < total else 1.0  # exact at the ends, whatever is rounded


def _duplicates(corpus: Corpus, drawn: "Array", progress: "Progress") -> "Array":
    """Return the pairs of nodes, int32[p, 2], left < right, of which one is drawn and that are duplicates by their scores."""
    import numpy as np

    def compare(part: "tuple[Array, Array]") -> "Array":
        some, others = part
        nodes = corpus.as_stored(np.union1d(some, others))
        block = compared.features(corpus, nodes)
        # of two that are both drawn, the pair is compared once
        pairs = [_pairs(node, others[(others > node) | ~np.isin(others, drawn)]) for node in some.tolist()]
        return np.concatenate([one[_are_duplicates(compared.local(one, nodes), block, corpus.settings)] for one in pairs])

    every = np.arange(corpus.size, dtype=np.int32)
    parts = list(product(_blocks(corpus, drawn), _blocks(corpus, every)))
    found = []
    for duplicates in corpus.engine.each(compare, parts):
        found.append(duplicates)
        progress("audit", len(found), len(parts))
    return np.concatenate(found)


def _blocks(corpus: Corpus, nodes: "Array") -> "list[Array]":
    """Return nodes, part by part, each of about so many words as are held at once."""
    import numpy as np

    return np.array_split(nodes, int(corpus.lengths[nodes].sum() // BLOCK) + 1)


def _pairs(node: int, others: "Array") -> "Array":
    import numpy as np

    return np.stack((np.minimum(node, others), np.maximum(node, others)), axis=1).astype(np.int32)


def _are_duplicates(pairs: "Array", block: Features, settings: Settings) -> "Array":
    """Return which pairs of rows of a block, int64[p, 2], are duplicates by their scores, bool[p]."""
    return relations(pairs, score(pairs, block, settings), block, settings) <= LAST_DUPLICATE


def _named(corpus: Corpus, pairs: "Array") -> tuple[Match, ...]:
    """Return pairs as matches, the most alike first."""
    import numpy as np

    nodes = np.unique(pairs)
    stories = dict(zip(nodes.tolist(), corpus.stories(nodes), strict=True))
    matches = matches_of(scored(pairs, corpus), corpus, stories)
    return tuple(sorted(matches, key=lambda match: (-match.similarity, match.left, match.right)))
