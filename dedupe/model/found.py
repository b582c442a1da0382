"""What a run finds beside clusters: furniture, its stated recall, an audit, what decisions did."""

from dataclasses import dataclass, field

from dedupe.model.cluster import Match
from dedupe.model.health import Group
from dedupe.model.story import Skip


@dataclass(frozen=True, slots=True)
class Furniture:
    """One body under several titles that is about none of them: a placeholder, a cookie wall, an error page.

    `groups` are its stories by source and day.
    """

    text: str
    stories: tuple[str, ...]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Recall:
    """The stated recall of the candidates: what share of pairs at `threshold` Jaccard the bands find."""

    threshold: float
    expected: float
    bands: int
    rows: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What a run found of the duplicates of `sampled` random stories, each compared exactly with all others.

    `low` and `high` bound the share of `pairs` that is `found`, with 95 % confidence, were the pairs independent; those of
    one large cluster are not. `missed` holds the others, the most alike first.
    """

    sampled: int
    pairs: int
    found: int
    low: float
    high: float
    missed: tuple[Match, ...]

    @property
    def share(self) -> float:
        """The share of the duplicate pairs that was found; all of none."""
        return self.found / self.pairs if self.pairs else 1.0


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a file of decisions did to a run, and why each story that known pairs quiet is, by id.

    `gone` names by contents and verdict the lines whose stories are not here; `findings` say which are not followed; `known`
    holds why of each two contents, the lesser first, that are known; `here` the contents of gone lines that are.
    """

    lines: int
    quiet: dict[str, str]
    gone: tuple[tuple[str, str, str], ...]
    findings: tuple[Skip, ...]
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    here: frozenset[str] = frozenset()
