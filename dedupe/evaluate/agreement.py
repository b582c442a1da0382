"""How well a grouping agrees with gold: pairwise and B-cubed precision and recall, and the adjusted Rand index."""

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, in [0, 1]; nothing found is precise, nothing sought is found."""

    precision: float
    recall: float
    f1: float

    @classmethod
    def of(cls, precision: float, recall: float) -> "Score":
        """Return the score with its F1."""
        total = precision + recall
        return cls(precision, recall, 2 * precision * recall / total if total else 0.0)


@dataclass(frozen=True, slots=True)
class Pairs:
    """How many pairs of stories are one story: in the gold, in what was found, and in both."""

    gold: int
    found: int
    both: int

    @property
    def score(self) -> Score:
        """The pairwise score."""
        return Score.of(self.both / self.found if self.found else 1.0, self.both / self.gold if self.gold else 1.0)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Every figure of one grouping; B-cubed and Rand are None where the gold is a sample of pairs, not groups."""

    pairs: Pairs
    pairwise: Score
    bcubed: Score | None = None
    rand: float | None = None


def agreement(gold: "Array", found: "Array") -> Agreement:
    """Return the figures of n stories from their groups, int64[n] each; a story alone has a group of its own.

    All come from the sizes of the groups and of their intersections, never from the n^2 pairs.
    """
    import numpy as np

    if not len(gold):
        return Agreement(Pairs(0, 0, 0), Score.of(1.0, 1.0), Score.of(1.0, 1.0), 1.0)
    _, gold, gold_sizes = np.unique(gold, return_inverse=True, return_counts=True)
    _, found, found_sizes = np.unique(found, return_inverse=True, return_counts=True)
    cells, sizes = np.unique(gold * np.int64(len(found_sizes)) + found, return_counts=True)
    pairs = Pairs(*(int((n * (n - 1) // 2).sum()) for n in (gold_sizes, found_sizes, sizes)))
    squares, n = sizes.astype(np.float64) ** 2, len(gold)
    # Bagga and Baldwin (1998): the mean over stories of the share of its group that belongs there
    precision = float((squares / found_sizes[cells % len(found_sizes)]).sum()) / n
    recall = float((squares / gold_sizes[cells // len(found_sizes)]).sum()) / n
    return Agreement(pairs, pairs.score, Score.of(precision, recall), rand(gold, found))


def rand(gold: "Array", found: "Array") -> float:
    """Return the adjusted Rand index of two groupings, at most 1; 0 is what chance gives."""
    from sklearn.metrics import adjusted_rand_score

    with warnings.catch_warnings():
        # Most stories stand alone: scikit-learn wonders whether so many groups were meant as numbers.
        warnings.filterwarnings("ignore", message="The number of unique classes", category=UserWarning)
        return float(adjusted_rand_score(gold, found))
