from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.flags import CAPITAL, CHARACTER, FIRST, NUMBER, SHOUTED
from dedupe.kernels.tally import INSIDE, SLOTS, SMALL, TEXTS, slots, tally
from dedupe.kernels.terms import COUNT_BITS
from tests import naive
from tests.strategies import BITS, Array, costly, law, packed

FLAGS = st.sets(st.sampled_from([NUMBER, CAPITAL, FIRST, SHOUTED, CHARACTER])).map(sum)
BATCHES = st.lists(st.lists(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), FLAGS), max_size=6), max_size=3), max_size=3)
Texts = list[list[tuple[int, int, int]]]


def counted(batches: list[Texts]) -> Array:
    """Return the table of all batches, one added after the other."""
    counts = np.zeros((3, SLOTS), np.int32)
    for texts in batches:
        words, _ = packed([[word for word, _, _ in text] for text in texts])
        terms, _ = packed([sorted(stem << COUNT_BITS | 1 for stem in {stem for _, stem, _ in text}) for text in texts])
        flags, _ = packed([[flag for _, _, flag in text] for text in texts], np.uint8)
        tally(terms, words, flags, counts, 1)
        tally(terms, words, flags, counts, 1)
        tally(terms, words, flags, counts, -1)
    return counts


@costly
@given(BATCHES)
def test_counts_are_the_naive_ones_and_batches_just_add_up_and_are_taken_out_again(batches: list[Texts]) -> None:
    counts = counted(batches)
    for row, known in zip((TEXTS, INSIDE, SMALL), naive.tally(text for texts in batches for text in texts), strict=True):
        assert Counter({slot: int(counts[row, slot]) for slot in np.flatnonzero(counts[row]).tolist()}) == +known


@law
@given(st.lists(BITS))
def test_a_slot_is_the_term_modulo_the_size_of_the_table(terms: list[int]) -> None:
    assert slots(np.array(terms, np.uint32)).tolist() == [term % SLOTS for term in terms]
