import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.letters import letters
from dedupe.kernels.squeeze import squeeze
from tests.strategies import law

LONGEST = 12
BODIES = st.lists(st.lists(st.sampled_from([*"aAbé Éж\n\t.\u00a0字😀"]), max_size=LONGEST + 4).map("".join), max_size=6)


def keys(texts: list[str]) -> list[int]:
    data = [text.encode() for text in texts]
    starts = np.cumsum([0, *map(len, data)])
    found: list[int] = squeeze(np.frombuffer(b"".join(data), np.uint8), starts, *letters(), LONGEST).tolist()
    return found


@law
@given(BODIES)
def test_texts_of_one_key_differ_in_white_space_and_capitals_only(texts: list[str]) -> None:
    plain = [" ".join(text.lower().split()) if len(text) <= LONGEST else "" for text in texts]
    found = keys(texts)
    assert [key == 0 for key in found] == [text == "" for text in plain]
    assert all((found[i] == found[j]) == (plain[i] == plain[j]) for i in range(len(texts)) for j in range(i))
