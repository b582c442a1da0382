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

    Thresholds are shares in [0, 1] unless their comment names a unit.
    """

    # signatures
    shingle_size: int = 3  # words in a row
    num_perm: int = 128  # minima in a signature
    seed: int = 1  # of datasketch's permutations
    recall: float = 0.99  # of pairs at `near` Jaccard, promised by the bands

    # relations
    near: float = 0.50  # Jaccard of shingles
    containment: float = 0.55  # of the shorter story's shingles: an excerpt
    excerpt_ratio: float = 0.70  # an excerpt is at most this share of the longer, unless it was cut
    excerpt_words: int = 12  # words an excerpt has at least
    cosine: float = 0.50  # of the two stories: a rewrite that is ...
    told: float = 0.75  # ... covered to this share by sentences of cosine `loose` ...
    aligned: float = 0.47  # ... with this mean best cosine of a sentence;
    coverage: float = 0.45  # or covered to this share by sentences of cosine `close` ...
    matched: int = 4  # ... in this many sentences
    loose: float = 0.30  # cosine of two sentences
    close: float = 0.50  # cosine of two sentences
    anchor: float = 0.50  # shared weight of names and numbers
    figures: float = 0.2  # of the numbers, where both sides have four or more
    run: int = 12  # words in a row that two distinct stories share: an overlap
    related: float = 0.23  # alignment of two stories of one event
    min_words: int = 6  # shorter stories are only identical or near

    # candidates
    fingerprint_size: int = 7  # words in a fingerprint
    window: int = 6  # of winnowing: a shared run of size + window - 1 words is always found
    fingerprint_cap: int = 32  # stories a fingerprint may stand in
    neighbours: int = 10  # nearest by TF-IDF
    background: int = 1000  # virtual stories of general news behind the counts

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
            if getattr(self, name) < (0 if name in ("background", "audit") else 1):
                raise SettingsError(f"{name} is {getattr(self, name)}; give a whole number from 1 up")
        if self.canonical not in POLICIES:
            raise SettingsError(f"canonical is {self.canonical!r}; choose one of {', '.join(POLICIES)}")

    def looks_for_related(self, stories: int) -> bool:
        """Whether related stories are looked for among so many."""
        return stories <= self.related_limit if self.find_related is None else self.find_related
