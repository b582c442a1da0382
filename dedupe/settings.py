"""Every number that decides what counts as a duplicate."""

from dataclasses import dataclass, fields

from dedupe.errors import SettingsError

SHARES = (
    *("recall", "near", "containment", "excerpt_ratio", "cosine", "told", "aligned"),
    *("coverage", "loose", "close", "anchor", "figures", "related"),
)
POLICIES = ("coverage", "earliest", "latest", "longest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of a run; the defaults are one setting for all sources and languages.

    Thresholds are shares in [0, 1] unless their comment names a unit. The figures behind a semicolon are the range, this one
    changed and the others as they are, over which no labelled set falls short (`tests/benchmarks/ranges.py`).
    """

    # signatures
    shingle_size: int = 3  # words in a row; 3-3
    num_perm: int = 128  # minima in a signature; 128-151
    seed: int = 1  # of datasketch's permutations
    recall: float = 0.99  # of pairs at `near` Jaccard, promised by the bands; .5-.9999

    # relations
    near: float = 0.50  # Jaccard of shingles; .3-.7
    containment: float = 0.55  # of the shorter story's shingles: an excerpt; .5-.61
    excerpt_ratio: float = 0.70  # an excerpt is at most this share of the longer, unless it was cut; .42-.98
    excerpt_words: int = 12  # words an excerpt has at least; 10-24
    cosine: float = 0.50  # of the two stories: a rewrite that is; .42-.52
    told: float = 0.75  # and covered to this share by sentences of cosine `loose`; .73-.8
    aligned: float = 0.47  # with this mean best cosine of a sentence; .46-.5
    coverage: float = 0.45  # or covered to this share by sentences of cosine `close`; .42-.46
    matched: int = 4  # in this many sentences; 4-6
    loose: float = 0.30  # cosine of two sentences; .3-.33
    close: float = 0.50  # cosine of two sentences; .5-.53
    anchor: float = 0.50  # shared weight of names and numbers; .5-.52
    figures: float = 0.2  # of the numbers, where both sides have four or more; .12-.28
    run: int = 12  # words in a row that two distinct stories share: an overlap; 8-120
    related: float = 0.23  # alignment of two stories of one event; .22-.24
    min_words: int = 6  # shorter stories are only identical or near; 5-7

    # candidates
    fingerprint_size: int = 7  # words in a fingerprint; 1-35
    fingerprint_window: int = 6  # of winnowing: a shared run of size + window - 1 words is always found; 1-30
    fingerprint_cap: int = 32  # stories a fingerprint may stand in; 3-320
    neighbours: int = 10  # nearest by TF-IDF; 5-100
    window: int = 0  # days at most between two stories that are compared, where both are dated; 0: any
    background: int = 1000  # virtual stories of general news behind the counts; 500-3333

    # results
    canonical: str = "coverage"
    find_related: bool | None = None  # None: up to `related_limit` stories
    related_limit: int = 50_000  # stories beyond which related ones are looked for only where asked
    audit: int = 0  # random stories to compare exactly with all others

    def __post_init__(self) -> None:
        for name in SHARES:
            if not 0 < getattr(self, name) <= 1:
                raise SettingsError(f"{name} is {getattr(self, name)}; it is a share: give a number over 0, at most 1")
        for name in (f.name for f in fields(self) if f.type == "int" or f.type is int):
            if getattr(self, name) < (0 if name in ("window", "background", "audit") else 1):
                raise SettingsError(f"{name} is {getattr(self, name)}; give a whole number from 1 up")
        if self.canonical not in POLICIES:
            raise SettingsError(f"canonical is {self.canonical!r}; choose one of {', '.join(POLICIES)}")

    def looks_for_related(self, stories: int) -> bool:
        """Whether related stories are looked for among so many."""
        return stories <= self.related_limit if self.find_related is None else self.find_related
