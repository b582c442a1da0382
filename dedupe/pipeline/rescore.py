"""`rescore`: the exact scores of pairs that a run may never have compared."""

from collections.abc import Collection, Iterable

from dedupe import rows
from dedupe.model import Match, Skip, Story
from dedupe.pipeline.assemble import matches_of
from dedupe.pipeline.corpus import Corpus
from dedupe.pipeline.find import scored
from dedupe.settings import Settings


def rescore(
    stories: Iterable[Story | Skip], settings: Settings, pairs: Collection[tuple[str, str]]
) -> dict[tuple[str, str], Match]:
    """Return the matches of pairs of ids, left < right, as among all the stories; the unrelated are called related, too."""
    import numpy as np

    from dedupe.engines.local import Local

    corpus = Corpus(rows.batches(rows.named_apart(rows.chunked(stories))), settings, Local())
    nodes = np.array([[corpus.node(story_id) for story_id in pair] for pair in pairs], np.int32).reshape(-1, 2)
    spoken_of = np.unique(nodes)
    told = dict(zip(spoken_of.tolist(), corpus.stories(spoken_of), strict=True))
    matches = matches_of(scored(np.sort(nodes, axis=1), corpus), corpus, told)
    return {(match.left, match.right): match for match in matches}
