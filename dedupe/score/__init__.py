"""Candidate pair -> its scores, in a cascade; its relation."""

from dedupe.score.features import SCORED, Features, counted, features, vectors
from dedupe.score.pairs import UNKNOWN, Scores, of_characters, score
from dedupe.score.relations import ORDER, overlaps, relations, rules

__all__ = [
    "ORDER",
    "SCORED",
    "UNKNOWN",
    "Features",
    "Scores",
    "counted",
    "features",
    "of_characters",
    "overlaps",
    "relations",
    "rules",
    "score",
    "vectors",
]
