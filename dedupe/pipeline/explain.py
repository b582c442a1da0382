"""`explain`: why two stories match, or do not."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dedupe import rows
from dedupe.boilerplate import origins
from dedupe.errors import DedupeError
from dedupe.model import Aligned, Explanation, Relation, Skip, Story
from dedupe.normalise import normalise
from dedupe.pipeline import compared
from dedupe.pipeline.assemble import matches_of
from dedupe.pipeline.corpus import Corpus
from dedupe.pipeline.find import banded, equal, fingerprinted, likely, nearest, scored
from dedupe.pipeline.masked import spoken
from dedupe.pipeline.read import ORIGIN, TOLD
from dedupe.score import SCORED, Scores, rules
from dedupe.settings import Settings
from dedupe.sign import sentences, split
from dedupe.sign import told as texts_of
from dedupe.words import Words

if TYPE_CHECKING:
    import numpy as np

    from dedupe.score import Features

    Array = np.ndarray[Any, Any]


def _neighbours(corpus: Corpus, alive: "Array") -> "Array":
    return likely(nearest(corpus, alive), corpus)


SOURCES = {
    "equal text": equal,
    "bands": banded,
    "fingerprints": fingerprinted,
    "neighbours": _neighbours,
}
_TERM = re.compile(r"\w+(?:[.,:/'’-]\w+)*")


def explain(inputs: Iterable[Story | Skip | str] | str, left: str, right: str, settings: Settings = Settings()) -> Explanation:  # noqa: B008
    """Return why the stories of two ids match, or do not, among the inputs. Raise DedupeError for an id that is not there."""
    import numpy as np

    from dedupe.engines.local import Local
    from dedupe.pipeline.scan import Opened

    corpus = Corpus(rows.batches(Opened(inputs)), settings, Local())
    nodes = np.array([corpus.node(left), corpus.node(right)], np.int32)
    if nodes[0] == nodes[1]:
        raise DedupeError(f"{left!r} and {right!r} are one story; name two")
    pair, local = np.sort(nodes)[None, :], np.array([[0, 1]], np.int32)
    found, stories = scored(pair, corpus), corpus.stories(nodes)
    block, texts = compared.features(corpus, nodes), [normalise(story.title, story.body) for story in stories]
    told, masked = _told(corpus, nodes, texts)
    fits = rules(local, found.scores, block, settings)
    relation = int(found.relation[0])
    return Explanation(
        left=stories[0],
        right=stories[1],
        relation=tuple(Relation)[relation] if relation < len(Relation) else None,
        match=matches_of(found, corpus, dict(zip(nodes.tolist(), stories, strict=True)))[0],
        rules=tuple((name, _rule(name, found.scores, settings), bool(mask[0])) for name, mask in fits.items()),
        sources=tuple(name for name, propose in SOURCES.items() if _has(propose(corpus, np.arange(corpus.size)), pair)),
        sentences=tuple(_sentences(block, told, 0 if len(texts[0]) <= len(texts[1]) else 1)),
        masked=masked,
        **_anchors(block, texts),
    )


def _has(pairs: "Array", pair: "Array") -> bool:
    return bool((pairs == pair).all(axis=1).any())


def _rule(name: Relation, scores: Scores, settings: Settings) -> str:
    """Return the rule of a relation with the figures of the pair."""

    def least(figure: str, share: float) -> str:
        return f"{figure.replace('_', ' ')} {float(getattr(scores, figure)[0]):.2f} >= {share:.2f}"

    anchor, near, shorter = least("anchor", settings.anchor), least("jaccard", settings.near), sorted(scores.lengths[0].tolist())
    told = ", ".join((least("cosine", settings.cosine), least("told", settings.told), least("alignment", settings.aligned)))
    anchor += f", {least('figures', settings.figures)}" if scores.figures[0] < 1 else ""
    covered = f"{least('coverage', settings.coverage)} in {int(scores.matched[0])} >= {settings.matched} sentences"
    excerpt = f"{least('containment', settings.containment)}, {least('short_anchor', settings.anchor)}"
    return {
        Relation.IDENTICAL: "equal normal text",
        Relation.NEAR: f"{near} and {anchor}",
        Relation.EXCERPT: f"{excerpt}, and {shorter[0]} words <= {settings.excerpt_ratio:.2f} of {shorter[1]}, or cut",
        Relation.REWORDED: f"({told}; or {covered}) and {anchor}",
        Relation.TEMPLATE: f"{near} or ({told}; or {covered}), but not {anchor}",
        Relation.RELATED: least("alignment", settings.related),
    }[name]


def _said(corpus: Corpus, nodes: "Array") -> "Array":
    """Return which sentences of the texts of nodes are compared, bool[s]: all but boilerplate."""
    import numpy as np

    batch = corpus.take(nodes, [*TOLD, *ORIGIN])
    read = split(texts_of(batch))
    row = np.repeat(np.arange(len(batch)), np.diff(read.sentence_starts))
    return ~np.isin(sentences(read).view(np.uint64) ^ origins(batch)[row], corpus.quiet)


def _told(corpus: Corpus, nodes: "Array", texts: list[str]) -> "tuple[list[list[str]], Any]":
    """Return the sentences of both texts that are scored, and those that are left out as boilerplate."""
    read, said = split(texts), _said(corpus, nodes)
    every = [list(spoken(text, read, row)) for row, text in enumerate(texts)]
    scored = [[sentence for place, words, sentence in row if said[place] and words >= SCORED] for row in every]
    return scored, tuple(tuple(sentence for place, _, sentence in row if not said[place]) for row in every)


def _sentences(block: "Features", told: list[list[str]], short: int) -> Iterator[Aligned]:
    """Yield the scored sentences of the shorter text, 0 or 1, with their partners in the other."""
    import numpy as np

    from dedupe.kernels.align import align

    s = block.sentences
    best, partner, _ = align(np.array([[0, 1]], np.int32), s.counts, s.term_starts, s.terms, s.places, s.weights)
    first = 0 if short == 0 else int(s.counts[0])
    for i, sentence in enumerate(told[short]):
        at, cosine = int(partner[first + i]), float(best[first + i])
        other = told[1 - short][at] if at >= 0 else ""
        yield Aligned(*((sentence, other) if short == 0 else (other, sentence)), round(min(cosine, 1.0), 4))


def _anchors(block: "Features", texts: list[str]) -> dict[str, Any]:
    """Return the anchors as they are written: shared by both, and missing from the right and from the left."""
    read = split(texts)
    own = [_written(block, texts[row], read, row) for row in range(2)]
    there = [set(block.vectors[row].indices.tolist()) for row in range(2)]
    shared = {stem: name for row in range(2) for stem, name in own[row].items() if stem in there[1 - row]}
    missing = tuple(tuple(name for stem, name in own[row].items() if stem not in there[1 - row]) for row in range(2))
    return {"shared": tuple(shared.values()), "missing": missing}


def _written(block: "Features", text: str, read: Words, row: int) -> dict[int, str]:
    """Return the anchors of one row, heaviest first, by stem, as its text first writes them."""
    from dedupe.kernels.flags import CHARACTER
    from dedupe.kernels.tally import slots

    data, first = text.encode(), int(read.starts[row])
    stems = slots(read.stems[first : int(read.starts[row + 1])]).tolist()
    names = {}
    for stem in block.anchors.values[block.anchors.starts[row] : block.anchors.starts[row + 1]].tolist():
        at = stems.index(stem)
        after = data[int(read.places[first + at]) :].decode(errors="ignore")
        word = _TERM.match(after)
        names[stem] = after[:2] if read.flags[first + at] & CHARACTER or not word else word[0]
    return names
