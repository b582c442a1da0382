from unicodedata import category

import numpy as np
import pytest

from dedupe.kernels.letters import (
    APOSTROPHE,
    DIGIT,
    END,
    FULL_END,
    IDEOGRAPH,
    IGNORED,
    LETTER,
    NEWLINE,
    OTHER,
    SIZE,
    UPPER,
    letters,
)

KIND, FOLD = letters()


@pytest.mark.parametrize(
    ("characters", "kind"),
    [
        *(("aßжλ", LETTER), ("AÄЖΛ", UPPER), ("7٣", DIGIT), ("中カไ", IDEOGRAPH), ("\u00ad\u200b\u0640\u05b0", IGNORED)),
        *((".!?…؟", END), ("。！।", FULL_END), ("\n\u2028", NEWLINE), ("'’", APOSTROPHE), (',;-"$', OTHER)),
    ],
)
def test_a_character_is_of_the_kind_that_a_reader_would_say(characters: str, kind: int) -> None:
    assert {int(KIND[ord(character)]) for character in characters} == {kind}


def test_small_letters_fold_to_themselves_and_capitals_to_small_ones() -> None:
    assert [chr(FOLD[ord(letter)]) for letter in "aÄЖΛς"] == ["a", "ä", "ж", "λ", "σ"]


def test_folding_twice_is_folding_once() -> None:
    assert np.array_equal(FOLD[FOLD], FOLD)


def test_every_letter_of_the_basic_plane_is_part_of_a_word_or_ignored() -> None:
    lost = [code for code in range(SIZE) if category(chr(code))[0] == "L" and KIND[code] == OTHER and not 0xD800 <= code < 0xE000]
    assert lost == []
