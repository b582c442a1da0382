"""Candidates, scores and clusters: what belongs together among the nodes of a corpus."""

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe import candidates
from dedupe.canonical import speakers
from dedupe.cluster import Links, stars
from dedupe.model import DUPLICATES, Relation
from dedupe.pipeline import compared
from dedupe.pipeline.banded import bands_of
from dedupe.pipeline.prints import prints
from dedupe.score import ORDER, Scores, of_characters, overlaps, relations, score

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

    from dedupe.pipeline.corpus import Corpus

    Array = np.ndarray[Any, Any]
    Progress = Callable[[str, int, int], None]

LAST_DUPLICATE = len(DUPLICATES) - 1  # in ORDER; the duplicates come first
RELATED = ORDER.index(Relation.RELATED)
# Least similarities of neighbours over their heaviest terms: to be looked at for an event, and as duplicates; then the cosine
# of all their terms. In the labelled sets no duplicates that only this source finds have less than .127 and .29.
LIKE, ALIKE, COSINE = 0.10, 0.12, 0.25
COLLAPSE = 0.8  # Jaccard of near duplicates of which only one is looked at further


class Scored(NamedTuple):
    """Pairs, int32[p, 2], left < right, the place of their relation in ORDER, int8[p], and their scores."""

    pairs: "Array"
    relation: "Array"
    scores: Scores

    def where(self, mask: "Array") -> "Scored":
        """Return the pairs that the mask, bool[p], chooses."""
        return Scored(self.pairs[mask], self.relation[mask], Scores(*(column[mask] for column in self.scores)))


class Found(NamedTuple):
    """The canonical of each node, int32[n]; every scored pair, each once; pairs that may be related at most.

    `rest` tells after which stage of COLLAPSING a node was looked at no further, int8[n], counted from 1: 0 never.
    """

    centre: "Array"
    scored: Scored
    faint: "Array"
    rest: "Array"


class Near(NamedTuple):
    """Pairs of neighbours, int32[p, 2], left < right, and their similarity over their heaviest terms, float32[p]."""

    pairs: "Array"
    like: "Array"


def find(corpus: "Corpus", progress: "Progress") -> Found:
    """Return the clusters of a corpus and its scored pairs.

    Equal texts collapse first, then near duplicates; fingerprints and neighbours are looked for among what remains.
    """
    import numpy as np

    every = scored(corpus.decided.same, corpus)
    alive, rest = np.arange(corpus.size, dtype=np.int32), np.zeros(corpus.size, np.int8)
    for stage, (name, propose) in enumerate(COLLAPSING.items(), 1):
        progress(name, 0, 0)
        every = _stage(corpus, name, partial(_collapsed, every, propose, corpus, alive))
        centre, _ = starred(every, corpus, alive, COLLAPSE)
        left = np.unique(centre[alive])
        rest[np.setdiff1d(alive, left)] = stage
        alive = left
    progress("shared passages", 0, 0)
    every = _stage(corpus, "shared passages", partial(_with_passages, every, corpus, alive))
    progress("nearest stories", 0, 0)
    near = Near(*_arrays(corpus, "neighbours", partial(nearest, corpus, alive)))
    every = _stage(corpus, "nearest stories", partial(_with_nearest, every, near, corpus))
    corpus.vectors = None
    progress("clusters", 0, 0)
    centre, every = starred(every, corpus, np.arange(corpus.size), 0.0)
    centre = corpus.decided.joined(centre, partial(speakers, corpus.traits, corpus.settings.canonical))
    return Found(centre, corpus.decided.named(add(every, _spokes(centre), corpus), centre), near.pairs, rest)


def _collapsed(every: Scored, propose: "Callable[..., Array]", corpus: "Corpus", alive: "Array") -> Scored:
    return starred(add(every, propose(corpus, alive), corpus), corpus, alive, COLLAPSE)[1]


def _with_passages(every: Scored, corpus: "Corpus", alive: "Array") -> Scored:
    return add(every, fingerprinted(corpus, alive), corpus)


def _with_nearest(every: Scored, near: Near, corpus: "Corpus") -> Scored:
    return add(every, likely(near, corpus), corpus)


def _stage(corpus: "Corpus", name: str, make: "Callable[[], Scored]") -> Scored:
    """Return scored pairs as the checkpoint keeps them, else made."""

    def columns() -> "tuple[Array, ...]":
        made = make()
        return (made.pairs, made.relation, *made.scores)

    pairs, relation, *scores = _arrays(corpus, name, columns)
    return Scored(pairs, relation, Scores(*scores))


def _arrays(corpus: "Corpus", name: str, make: "Callable[[], tuple[Array, ...]]") -> "tuple[Array, ...]":
    checkpoint = corpus.engine.checkpoint
    return checkpoint.arrays(name.replace(" ", "-"), make) if checkpoint else make()


def scored(pairs: "Array", corpus: "Corpus") -> Scored:
    """Return the exact scores and the relations of pairs of nodes, int32[p, 2], left < right."""
    import numpy as np

    def read(part: "Array") -> "tuple[Array, Scores]":
        local, block = compared.block(corpus, pairs[part])
        scores = score(local, block, corpus.settings)
        relation = relations(local, scores, block, corpus.settings)
        relation, runs = overlaps(local, relation, scores.shared, block, corpus.settings)
        if corpus.settings.window:
            relation = np.where(corpus.far(pairs[part]), len(ORDER), relation).astype(np.int8)
        return corpus.decided.relations(pairs[part], relation), scores._replace(run=runs)

    parts = list(compared.blocks(corpus, pairs))
    relation, scores = zip(*corpus.engine.each(read, parts), strict=True)
    order = np.argsort(np.concatenate(parts))
    return Scored(
        pairs, np.concatenate(relation)[order], Scores(*(np.concatenate(column)[order] for column in zip(*scores, strict=True)))
    )


def add(known: Scored, pairs: "Array", corpus: "Corpus") -> Scored:
    """Return what is known and the scores of those pairs that are not, sorted."""
    import numpy as np

    return merged([known, scored(corpus.asked(pairs[~np.isin(codes(pairs), codes(known.pairs))]), corpus)])


def merged(parts: list[Scored]) -> Scored:
    """Return all pairs of the parts, sorted; those of a later part that an earlier one has are left out."""
    import numpy as np

    pairs, relation = (np.concatenate([part[place] for part in parts]) for place in (0, 1))
    _, first = np.unique(codes(pairs), return_index=True)
    columns = (np.concatenate(column)[first] for column in zip(*(part.scores for part in parts), strict=True))
    return Scored(pairs[first], relation[first], Scores(*columns))


def codes(pairs: "Array") -> "Array":
    """Return one number, int64[p], for each pair of nodes, ordered as the pairs are."""
    return pairs[:, 0].astype("int64") << 32 | pairs[:, 1]


def starred(known: Scored, corpus: "Corpus", nodes: "Array", jaccard: float) -> "tuple[Array, Scored]":
    """Return the centre of each node in verified stars of duplicates among nodes, and what is known, with its spokes.

    jaccard  least similarity of a duplicate here
    """
    import numpy as np

    policy = corpus.settings.canonical
    if jaccard and policy == "coverage":
        policy = "longest"  # near duplicates cover each other alike
    checked = [known.where(np.zeros(len(known.pairs), bool))]

    def holds(some: Scored) -> "Array":
        return (some.relation <= LAST_DUPLICATE) & (some.scores.jaccard >= jaccard)

    def verify(pairs: "Array") -> "Array":
        checked.append(scored(pairs, corpus))
        return holds(checked[-1])

    links = known.where(holds(known) & np.isin(known.pairs, nodes).all(axis=1))
    told = np.maximum(links.scores.sides, links.scores.jaccard[:, None])
    told[links.scores.equal] = 0  # copies do not vote for each other
    rank = corpus.decided.ranked(partial(speakers, corpus.traits, policy))
    centre = stars(corpus.size, Links(links.pairs, told), verify, rank, corpus.decided.parted)
    spokes = codes(_spokes(centre))
    return centre, merged([known, *(some.where(np.isin(codes(some.pairs), spokes)) for some in checked)])


def _spokes(centre: "Array") -> "Array":
    """Return the pairs of each node with its centre, sorted."""
    import numpy as np

    nodes = np.flatnonzero(centre != np.arange(len(centre))).astype(np.int32)
    return np.sort(np.stack((nodes, centre[nodes]), axis=1), axis=1)


def equal(corpus: "Corpus", alive: "Array") -> "Array":
    """Return the pairs of nodes with equal text."""
    return alive[candidates.equal(corpus.digests[alive])]


def crowded(corpus: "Corpus", alive: "Array") -> "Array":
    """Return pairs of nodes that tie together the copies of a story that everyone prints, each with one other."""
    return alive[candidates.crowded(bands_of(corpus, candidates.LOOKED_AT)[alive])]


def banded(corpus: "Corpus", alive: "Array") -> "Array":
    """Return the pairs of nodes whose signatures agree in a band."""
    return alive[candidates.banded(bands_of(corpus)[alive], corpus.engine.each)]


def fingerprinted(corpus: "Corpus", alive: "Array") -> "Array":
    """Return the pairs of nodes that share two rare fingerprints, or one and a run of words that makes an overlap."""
    found = candidates.shared(prints(corpus, alive), corpus.settings.fingerprint_cap, corpus.engine.each)
    kept = found.counts > 1
    alone = ~kept & found.alike
    kept[alone] = compared.have_run(corpus, found.pairs[alone])
    return found.pairs[kept]


def nearest(corpus: "Corpus", alive: "Array") -> Near:
    """Return the pairs of nodes of which one is among the nearest of the other, each once."""
    import numpy as np

    heavy, settings = compared.heavy(corpus, alive), corpus.settings
    pairs, like = candidates.neighbours(heavy, settings.neighbours, corpus.engine.each)
    pairs = np.sort(alive[pairs], axis=1)
    like = of_characters(like, _spaceless(pairs, corpus))
    _, first = np.unique(codes(pairs), return_index=True)
    first = first[like[first] >= LIKE]
    return Near(pairs[first], like[first])


def likely(near: Near, corpus: "Corpus") -> "Array":
    """Return those of the nearest that may be duplicates."""
    pairs = near.pairs[near.like >= ALIKE]
    return pairs[of_characters(compared.cosines(corpus, pairs), _spaceless(pairs, corpus)) >= COSINE]


def _spaceless(pairs: "Array", corpus: "Corpus") -> "Array":
    """Return whether both sides of each pair of nodes are written without spaces, bool[p]."""
    import numpy as np

    return np.asarray(corpus.spaceless[pairs].all(axis=1))


# What is looked for, one after the other, among the stories that are no near duplicates of others found before.
COLLAPSING = {"equal texts": equal, "crowds": crowded, "near duplicates": banded}
