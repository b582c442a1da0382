"""What decisions did to a run: which members of clusters they quiet, and which of them it could not follow."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dedupe.accepted import Decision, Verdict, content
from dedupe.model import Accepted, Skip
from dedupe.pipeline.stubs import groups

if TYPE_CHECKING:
    import numpy as np

    from dedupe.pipeline.corpus import Corpus

    Array = np.ndarray[Any, Any]

Nodes = dict[str, list[int]]  # by content


def outcome(corpus: "Corpus", centre: "Array", names: dict[int, str]) -> Accepted:
    """Return what the decisions did; `names` are the ids of the nodes in clusters."""
    decisions = corpus.decisions
    here = {content(digest) for digest in corpus.column("content").tolist()}
    told = [line for line in decisions.in_force if here.issuperset(line.pair)]
    of_content = _of_contents(corpus, centre, {side for line in told for side in line.pair})
    return Accepted(
        lines=len(decisions.lines),
        quiet={names[node]: why for node, why in sorted(_quiet(told, of_content).items())},
        gone=tuple((line.left, line.right, str(line.verdict)) for line in decisions.lines if not here.issuperset(line.pair)),
        findings=(*decisions.findings, *_not_followed(told, of_content, centre)),
        here=frozenset(side for line in decisions.lines if not here.issuperset(line.pair) for side in line.pair if side in here),
        known={line.pair: line.why for line in told if line.verdict is Verdict.KNOWN},
    )


def _of_contents(corpus: "Corpus", centre: "Array", contents: set[str]) -> dict[int, Nodes]:
    """Return by its centre the nodes of each cluster that have these contents, the earliest first."""
    digests, published = corpus.column("content"), corpus.traits.published
    found: dict[int, Nodes] = {}
    for members in groups(centre):
        for node in sorted(members.tolist(), key=lambda node: (published[node], node)):
            if (name := content(int(digests[node]))) in contents:
                found.setdefault(int(centre[node]), {}).setdefault(name, []).append(node)
    return found


def _quiet(decisions: list[Decision], of_content: dict[int, Nodes]) -> dict[int, str]:
    """Return why of each node that a known pair ties to another of its cluster; beyond the copies that were meant, none is."""
    known = defaultdict(list)
    for told in decisions:
        if told.verdict is Verdict.KNOWN:
            known[told.left].append(told)
    quiet: dict[int, str] = {}
    for nodes in of_content.values():
        for told in (told for side in nodes for told in known[side] if told.right in nodes):
            tied = {*nodes[told.left][: told.copies[0]], *nodes[told.right][: told.copies[1]]}
            quiet |= dict.fromkeys(tied, told.why) if len(tied) > 1 else {}
    return quiet


def _not_followed(decisions: list[Decision], of_content: dict[int, Nodes], centre: "Array") -> Iterator[Skip]:
    """Yield the decisions that others stood against."""
    clusters = defaultdict(set)
    for speaker, nodes in of_content.items():
        for name in nodes:
            clusters[name].add(speaker)
    for told in decisions:
        left, right = clusters[told.left], clusters[told.right]
        if told.verdict is Verdict.SAME and told.left != told.right and not left == right != set():
            yield Skip(told.origin, "same: not joined; other lines call two stories of the two clusters different")
        speakers = ((at, of_content[at][told.left]) for at in left & right)
        if told.verdict is Verdict.KEEP and any(at not in kept for at, kept in speakers):
            yield Skip(told.origin, "keep: not followed; another story that is kept as well speaks for this cluster")
