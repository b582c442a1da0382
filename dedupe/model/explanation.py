"""Why two stories match, or do not."""

from dataclasses import dataclass

from dedupe.model.cluster import Match
from dedupe.model.story import Relation, Story


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence of the left story, the sentence of the right most like it ("" for none), and their cosine."""

    left: str
    right: str
    cosine: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two stories match, or do not.

    `rules` holds each relation's rule with its figures and whether it fits, in the order in which they are asked; `sources`
    propose the pair; `sentences` are the shorter story's, with their best partners; `shared` the heaviest names and numbers
    that both have, `missing` those that the other lacks, `masked` the sentences left out as boilerplate: left and right.
    """

    left: Story
    right: Story
    relation: Relation | None
    match: Match
    rules: tuple[tuple[Relation, str, bool], ...]
    sources: tuple[str, ...]
    sentences: tuple[Aligned, ...]
    shared: tuple[str, ...]
    missing: tuple[tuple[str, ...], tuple[str, ...]]
    masked: tuple[tuple[str, ...], tuple[str, ...]]
