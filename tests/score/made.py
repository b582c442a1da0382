"""Texts as the scores compare them."""

import numpy as np
from hypothesis import strategies as st

from dedupe.score import Features, features
from dedupe.settings import Settings
from dedupe.sign import split, told
from dedupe.weights import Counts, weigh
from tests.strategies import DEFAULT, sentences, signed, story

LINES = sentences(14)
# Texts that share some of their sentences: so do their words, shingles and anchors.
TEXTS = st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=8, unique=True).map("\n".join), min_size=1, max_size=4)


def block(texts: list[str], settings: Settings = DEFAULT) -> Features:
    """Return what texts are compared by, as the whole of a corpus."""
    batch, counts = signed([story(str(name), text) for name, text in enumerate(texts)], settings), Counts()
    counts.add(batch)
    return features(batch, split(told(batch)), weigh(counts, settings.background, np.empty(0, np.int32)), settings)


def both_ways(count: int) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    """Return all pairs of rows, int32[p, 2], left < right first, then each the other way round."""
    left, right = np.triu_indices(count, 1)
    return np.concatenate((np.stack((left, right), 1), np.stack((right, left), 1))).astype(np.int32)
