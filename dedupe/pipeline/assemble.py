"""What was found, as a report: clusters, matches, related stories."""

from typing import TYPE_CHECKING, Any

from dedupe.accepted import content
from dedupe.canonical import reason
from dedupe.model import Cluster, Match, Recall, Relation, Report, Skip, Story
from dedupe.pipeline.compared import runs
from dedupe.pipeline.find import RELATED, Found, Scored, add, codes
from dedupe.pipeline.lasting import content_name
from dedupe.pipeline.masked import masked
from dedupe.pipeline.outcome import outcome
from dedupe.pipeline.stubs import groups
from dedupe.related import events
from dedupe.score import ORDER, UNKNOWN

if TYPE_CHECKING:
    import numpy as np

    from dedupe.pipeline.corpus import Corpus

    Array = np.ndarray[Any, Any]

WHOLE = 40  # an event of at most so many stories names all its pairs, a larger one those that were candidates
SHOWN = ("jaccard", "containment", "cosine", "coverage", "alignment", "anchor")  # scores of a match
NONE = len(ORDER)


def assemble(corpus: "Corpus", found: Found, skipped: tuple[Skip, ...], recall: Recall) -> Report:
    """Return the report of what was found in a corpus."""
    import numpy as np

    scored = found.scored
    if corpus.settings.looks_for_related(corpus.total):
        scored = add(scored, found.faint, corpus)
        told = np.where(corpus.stubs.is_stub[scored.pairs].any(axis=1), 0, scored.scores.alignment)
        pairs = _within(events(found.centre, scored.pairs, told, corpus.settings.related), found.centre, scored.pairs)
        scored = add(scored, pairs, corpus)
        in_event = np.isin(codes(scored.pairs), codes(pairs))
    else:
        in_event = np.zeros(len(scored.pairs), bool)
    relation = np.where(scored.relation >= RELATED, np.where(in_event, RELATED, NONE), scored.relation)
    scored = Scored(scored.pairs, relation, scored.scores).where(relation < NONE)
    nodes = np.union1d(scored.pairs, np.flatnonzero(np.bincount(found.centre, minlength=corpus.size) > 1))
    stories = dict(zip(nodes.tolist(), corpus.stories(nodes), strict=True))
    matches = matches_of(scored, corpus, stories)
    names = {node: story.id for node, story in stories.items()}
    contents = corpus.column("content")
    by_pair = dict(zip(map(tuple, scored.pairs.tolist()), matches, strict=True))
    ordered = sorted(matches, key=lambda match: (match.left, match.right))
    clusters = _clusters(found.centre, corpus, stories, by_pair)
    cut = {names[node] for node in np.flatnonzero(contents != corpus.digests).tolist() if node in names}  # boilerplate left out
    return Report(
        settings=corpus.settings,
        read=corpus.size,
        skipped=skipped,
        clusters=clusters,
        matches=tuple(match for match in ordered if match.relation is not Relation.RELATED),
        related=tuple(match for match in ordered if match.relation is Relation.RELATED),
        recall=recall,
        furniture=corpus.stubs.furniture,
        stories={story.id: story for story in sorted(stories.values(), key=lambda story: story.id)},
        contents={name: content(int(contents[node])) for node, name in names.items()},
        accepted=outcome(corpus, found.centre, names) if corpus.decisions.lines else None,
        masked=masked([member for cluster in clusters for member in cluster.members if member.id in cut], corpus.quiet),
    )


def _within(event: "Array", centre: "Array", known: "Array") -> "Array":
    """Return the pairs, int32[p, 2], of stories of one event that are in different clusters."""
    import numpy as np

    sizes = np.bincount(event, minlength=len(event))
    pairs = [np.empty((0, 2), np.int32)]
    for members in groups(event):
        if len(members) <= WHOLE:
            left, right = np.triu_indices(len(members), 1)
            pairs.append(np.stack((members[left], members[right]), axis=1).astype(np.int32))
    large = sizes[event] > WHOLE
    pairs.append(known[large[known[:, 0]] & (event[known[:, 0]] == event[known[:, 1]])])
    every = np.concatenate(pairs)
    return np.asarray(every[centre[every[:, 0]] != centre[every[:, 1]]])


def matches_of(scored: Scored, corpus: "Corpus", stories: dict[int, Story]) -> list[Match]:
    """Return the pairs as matches, in their order; `stories` by node."""
    import numpy as np

    found = scored.scores.run.copy()
    found[found == UNKNOWN] = runs(corpus, scored.pairs[found == UNKNOWN])
    columns = [np.round(column.astype(float), 4).tolist() for column in (getattr(scored.scores, name) for name in SHOWN)]
    rows = zip(scored.pairs.tolist(), scored.relation.tolist(), found.tolist(), *columns, strict=True)
    matches = []
    for (left, right), relation, run, *values in rows:
        one, other = sorted((stories[left].id, stories[right].id))
        matches.append(Match(one, other, ORDER[min(relation, RELATED)], **dict(zip(SHOWN, values, strict=True)), run=run))
    return matches


def _clusters(centre: "Array", corpus: "Corpus", stories: dict[int, Story], matches: dict[Any, Match]) -> tuple[Cluster, ...]:
    """Return the clusters of two members or more, the largest first."""
    clusters = []
    for members in groups(centre):
        speaker = int(centre[members[0]])
        others = [node for node in members.tolist() if node != speaker]
        spokes = [(matches[min(node, speaker), max(node, speaker)], stories[node]) for node in others]
        spokes.sort(key=lambda spoke: (ORDER.index(spoke[0].relation), -spoke[0].similarity, spoke[1].id))
        clusters.append(
            Cluster(
                id=content_name(int(corpus.digests[speaker])),
                canonical=stories[speaker],
                reason=reason(corpus.settings.canonical, members, speaker, corpus.traits),
                members=(stories[speaker], *(story for _, story in spokes)),
                matches=tuple(match for match, _ in spokes),
            )
        )
    return tuple(sorted(clusters, key=lambda cluster: (-len(cluster.members), cluster.canonical.id)))
