"""Slips: where a run joined what gold keeps apart, or the other way round, worst first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dedupe.evaluate.gold import Pair, ordered
from dedupe.model import Match

Groups = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Slip:
    """One wrong join or cut: two stories on its two sides, how many `pairs` it makes wrong, and their match, if scored.

    `gold` is the relation that the gold gives the two, if any; `run` what the run calls them.
    """

    left: str
    right: str
    pairs: int
    match: Match | None = None
    gold: str = ""
    run: str = ""


def split_slips(whole: Groups, parts: Groups, matches: Iterable[Match]) -> list[Slip]:
    """Return a slip for each part but the largest of each group of `whole`; both map the same ids to groups.

    With clusters as `whole` and gold as `parts` these are the false merges, the other way round the misses. The pairs of
    a slip are those between its part and the larger ones, so that they add up to all that are wrong; the two stories
    that stand for them are those of the strongest match, if there is one.
    """
    split = {group: sides for group, sides in _sides(whole, parts).items() if len(sides) > 1}
    rank = {(group, parts[ids[0]]): i for group, sides in split.items() for i, ids in enumerate(sides)}
    strongest: dict[tuple[int, int], Match] = {}
    for match in sorted(matches, key=lambda m: (m.similarity, m.right, m.left)):
        ends = {(whole[end], parts[end]) for end in (match.left, match.right) if end in whole}
        if len(ends) == 2 and len({group for group, _ in ends}) == 1:
            strongest[max(ends, key=rank.__getitem__)] = match
    return worst_first(
        _slip(sides[i], sides[:i], strongest.get((group, parts[sides[i][0]])))
        for group, sides in split.items()
        for i in range(1, len(sides))
    )


def _sides(whole: Groups, parts: Groups) -> dict[int, list[list[str]]]:
    """Return the parts of each group, the largest first, their ids sorted."""
    members: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for story_id in sorted(whole):
        members[whole[story_id]][parts[story_id]].append(story_id)
    return {group: sorted(sides.values(), key=lambda ids: (-len(ids), ids[0])) for group, sides in members.items()}


def _slip(part: list[str], larger: list[list[str]], match: Match | None) -> Slip:
    left, right = (match.left, match.right) if match else ordered(part[0], larger[0][0])
    return Slip(left, right, len(part) * sum(map(len, larger)), match)


def worst_first(slips: Iterable[Slip]) -> list[Slip]:
    """Return slips by how many pairs they make wrong, then by how alike the two looked."""
    return sorted(slips, key=lambda slip: (-slip.pairs, -(slip.match.similarity if slip.match else 0.0), slip.left, slip.right))


def pair_slips(wrong: Iterable[Pair], matches: Mapping[Pair, Match]) -> list[Slip]:
    """Return a slip for each pair that was judged wrongly."""
    return worst_first(Slip(*pair, pairs=1, match=matches.get(pair)) for pair in wrong)
