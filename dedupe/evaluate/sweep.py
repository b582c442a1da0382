"""The figures at other thresholds, from the matches of one run."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dedupe.evaluate.agreement import Agreement
from dedupe.evaluate.judge import Judge
from dedupe.model import DUPLICATES, Match, Relation, Report
from dedupe.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]

VALUES = tuple(n / 100 for n in range(30, 100, 5))
SCORES = ("similarity", "jaccard", "containment", "cosine", "coverage", "alignment", "anchor")


@dataclass(frozen=True, slots=True)
class Cut:
    """The figures of the clusters that one threshold would make at another value; `current` is the value of the run."""

    threshold: str
    value: float
    current: bool
    figures: Agreement


class Edges:
    """The named pairs of a run in columns: their ends by place, their relations and scores."""

    def __init__(self, matches: Sequence[Match], judge: Judge) -> None:
        import numpy as np

        ends = [(judge.places[match.left], judge.places[match.right]) for match in matches]
        self.pairs: NDArray[np.int32] = np.array(ends, np.int32).reshape(-1, 2)
        self.relation: NDArray[np.str_] = np.array([str(match.relation) for match in matches], dtype="U10")
        self.score: dict[str, NDArray[np.float64]] = {
            name: np.array([getattr(match, name) for match in matches], np.float64) for name in SCORES
        }
        self.duplicate: Flags = np.isin(self.relation, [str(relation) for relation in DUPLICATES])

    def of(self, relation: Relation) -> "Flags":
        """Return which pairs have this relation."""
        flags: Flags = self.relation == str(relation)
        return flags

    def below(self, score: str, value: float) -> "Flags":
        """Return which pairs have a lower score."""
        flags: Flags = self.score[score] < value
        return flags


def sweep(report: Report, judge: Judge) -> tuple[Cut, ...]:
    """Return the figures at several values of each threshold, the run's own among them.

    Clusters are the connected components of the duplicates that stay, without the check that every member matches its
    canonical. A pair below its threshold is not tried for another relation; pairs that no relation named stay out, so
    that a lower value shows only what `template` and `overlap` pairs would add.
    """
    return tuple(_cuts(Edges(report.matches, judge), judge, report.settings))


def _cuts(edges: Edges, judge: Judge, settings: Settings) -> Iterator[Cut]:
    from dedupe.cluster import components

    known: dict[bytes, Agreement] = {}  # most values keep the same pairs as the one before
    for name, rule in RULES.items():
        own = getattr(settings, name, None)
        for value in sorted({*VALUES, *([own] if own else [])}):
            kept = rule(edges, value, settings)
            if kept.tobytes() not in known:
                known[kept.tobytes()] = judge.figures(components(len(judge.places), edges.pairs[kept]))
            yield Cut(name, value, value == own, known[kept.tobytes()])


def _similarity(edges: Edges, value: float, settings: Settings) -> "Flags":
    return edges.duplicate & ~edges.below("similarity", value)


def _near(edges: Edges, value: float, settings: Settings) -> "Flags":
    added = edges.of(Relation.OVERLAP) & ~edges.below("jaccard", value) & ~edges.below("anchor", settings.anchor)
    return edges.duplicate & ~(edges.of(Relation.NEAR) & edges.below("jaccard", value)) | added


def _containment(edges: Edges, value: float, settings: Settings) -> "Flags":
    return edges.duplicate & ~(edges.of(Relation.EXCERPT) & edges.below("containment", value))


# A pair is reworded in one of two ways, by its cosine and alignment or by its coverage: it falls where both fail.
def _cosine(edges: Edges, value: float, settings: Settings) -> "Flags":
    return _reworded(edges, replace(settings, cosine=value))


def _aligned(edges: Edges, value: float, settings: Settings) -> "Flags":
    return _reworded(edges, replace(settings, aligned=value))


def _coverage(edges: Edges, value: float, settings: Settings) -> "Flags":
    return _reworded(edges, replace(settings, coverage=value))


def _reworded(edges: Edges, settings: Settings) -> "Flags":
    told = edges.below("cosine", settings.cosine) | edges.below("alignment", settings.aligned)
    return edges.duplicate & ~(edges.of(Relation.REWORDED) & told & edges.below("coverage", settings.coverage))


def _anchor(edges: Edges, value: float, settings: Settings) -> "Flags":
    named = edges.duplicate | edges.of(Relation.TEMPLATE)
    return named & (edges.of(Relation.IDENTICAL) | ~edges.below("anchor", value))


RULES: dict[str, Callable[[Edges, float, Settings], "Flags"]] = {
    "similarity": _similarity,
    "near": _near,
    "containment": _containment,
    "cosine": _cosine,
    "aligned": _aligned,
    "coverage": _coverage,
    "anchor": _anchor,
}
