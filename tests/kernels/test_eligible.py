import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.eligible import FEW, eligible, flagged, numbers, spaceless
from dedupe.kernels.flags import CAPITAL, CHARACTER, IS_NAME, NEVER_SMALL, NUMBER, SHORT, SHOUTED
from dedupe.kernels.tally import SLOTS
from tests.strategies import costly, law, packed, unpacked

WORD = st.tuples(st.integers(0, 5), st.sets(st.sampled_from([NUMBER, CAPITAL, SHORT, SHOUTED, CHARACTER])).map(sum))
TEXTS = st.lists(st.lists(WORD, max_size=6), max_size=4)
Text = list[tuple[int, int]]


def may_be_anchor(word: int, flags: int, how: int) -> bool:
    """Return whether a word of a text with capitals may be an anchor."""
    if flags & CAPITAL and (how & IS_NAME or (flags & SHOUTED and how & NEVER_SMALL)):
        return True
    return bool(flags & NUMBER and not flags & SHORT)


@costly
@given(TEXTS, st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_names_and_numbers_may_be_anchors_and_in_a_text_without_capitals_any_word(texts: list[Text], how: list[int]) -> None:
    words, starts = packed([[word for word, _ in text] for text in texts])
    flags, _ = packed([[flag for _, flag in text] for text in texts], np.uint8)
    written = np.zeros(SLOTS, np.uint8)
    written[: len(how)] = how
    found = unpacked(eligible(words, flags, starts, written), starts)
    for text, row in zip(texts, found, strict=True):
        shy = sum(bool(flag & CAPITAL) for _, flag in text) * FEW <= len(text)
        assert row == [shy or may_be_anchor(word, flag, how[word]) for word, flag in text]


@law
@given(TEXTS)
def test_numbers_of_two_digits_or_more_are_listed_and_flags_counted(texts: list[Text]) -> None:
    words, starts = packed([[word for word, _ in text] for text in texts])
    flags, _ = packed([[flag for _, flag in text] for text in texts], np.uint8)
    assert unpacked(*numbers(words, flags, starts)) == [
        [word for word, flag in text if flag & NUMBER and not flag & SHORT] for text in texts
    ]
    both = CAPITAL | SHOUTED
    assert flagged(flags, starts, both).tolist() == [sum(flag & both == both for _, flag in text) for text in texts]
    assert spaceless(flags, starts).tolist() == [2 * sum(bool(f & CHARACTER) for _, f in text) > len(text) for text in texts]
