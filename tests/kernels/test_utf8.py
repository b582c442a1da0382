from unicodedata import name

import numpy as np
import pytest
from hypothesis import given

from dedupe.kernels.letters import IDEOGRAPH, IGNORED, LETTER, letters
from dedupe.kernels.utf8 import decode, is_wordlike, kind_of, length
from tests.strategies import WRITABLE, law

KINDS, _ = letters()


@law
@given(WRITABLE)
def test_code_points_are_those_that_python_reads(text: str) -> None:
    data, i, read = np.frombuffer(text.encode(), np.uint8), 0, ""
    while i < len(data):
        code, i = decode(data, i)
        read += chr(code)
    assert (read, length(data)) == (text, len(text))


@pytest.mark.parametrize(
    ("character", "kind"), [("𠀀", IDEOGRAPH), ("𝒜", LETTER), ("😀", IGNORED), ("字", IDEOGRAPH), ("a", LETTER)]
)
def test_a_character_beyond_the_basic_plane_is_of_a_kind_too(character: str, kind: int) -> None:
    assert kind_of(np.uint32(ord(character)), KINDS) == kind, name(character)
    assert bool(is_wordlike(kind)) == (kind != IGNORED)
