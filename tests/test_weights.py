from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.flags import IS_NAME, NEVER_SMALL
from dedupe.kernels.tally import slots
from dedupe.sign import split
from dedupe.weights import Counts, weigh
from dedupe.words import Weights
from tests.strategies import costly, sentences, signed, story

LINES = sentences(6)
TEXTS = st.lists(st.lists(st.sampled_from(LINES), max_size=4).map(" ".join), max_size=5)


def weights(texts: list[str], background: int = 0) -> Weights:
    return weigh(count(texts), background, np.empty(0, np.int32))


def count(texts: list[str]) -> Counts:
    """Return the counts of texts."""
    counts = Counts()
    counts.add(signed([story(str(name), text) for name, text in enumerate(texts)]))
    return counts


def written(texts: list[str], word: str) -> tuple[bool, bool]:
    """Return whether a word is a name, and whether it is never written small."""
    how = int(weights(texts).written[slots(split([word]).words)[0]])
    return bool(how & IS_NAME), bool(how & NEVER_SMALL)


@costly
@given(TEXTS, st.integers(0, 5))
def test_counts_of_batches_add_up(texts: list[str], cut: int) -> None:
    whole, parts = count(texts), count(texts[:cut])
    parts.add(signed([story(str(name), text) for name, text in enumerate(texts[cut:])]))
    assert whole.texts == parts.texts == len(texts)
    assert np.array_equal(whole.table, parts.table)


@costly
@given(TEXTS, TEXTS)
def test_what_was_counted_is_taken_out_again(texts: list[str], more: list[str]) -> None:
    counts, batch = count(texts), signed([story(str(name), text) for name, text in enumerate(more)])
    counts.add(batch)
    counts.add(batch, -1)
    assert counts.texts == len(texts)
    assert np.array_equal(counts.table, count(texts).table)


@costly
@given(TEXTS, st.sampled_from([0, 10, 1000]))
def test_idf_is_the_logarithm_of_the_texts_over_those_with_the_term(texts: list[str], background: int) -> None:
    idf, stems = weights(texts, background).idf, [set(split([text]).stems.tolist()) for text in texts]
    for stem in set().union(*stems):
        held = sum(stem in own for own in stems)
        expected = log((1 + len(texts) + background) / (1 + held))
        assert idf[slots(np.array([stem], np.uint32))[0]] == pytest.approx(expected, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize(
    ("texts", "word", "expected"),
    [
        (["In May the mayor of Orrin spoke."], "Orrin", (True, True)),
        (["Orrin spoke."], "Orrin", (False, True)),
        (["The Mayor spoke. A mayor spoke. The mayor spoke. One mayor spoke."], "mayor", (False, False)),
        (["In May they met. They may meet. They may go."], "May", (True, False)),
        (["POLICE ARREST TWO"], "police", (False, True)),
        (["Nothing of it."], "Orrin", (False, True)),
    ],
)
def test_a_name_has_a_capital_inside_a_sentence_and_is_hardly_written_small(
    texts: list[str], word: str, expected: tuple[bool, bool]
) -> None:
    assert written(texts, word) == expected
