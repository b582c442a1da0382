import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.pipeline.pieces import LEAST, PIECES, pieces
from tests.strategies import law

WORDS = st.lists(st.integers(0, 3 * LEAST), max_size=60)


@law
@given(WORDS, st.sampled_from([LEAST // 2, LEAST, 8 * LEAST]))
def test_every_item_is_in_one_piece_and_none_holds_much_more_than_the_most(words: list[int], most: int) -> None:
    found = pieces(np.array(words, np.int32), most)
    assert np.concatenate(found).tolist() == list(range(len(words)))
    assert all(sum(words[place] for place in piece[1:-1]) <= most for piece in found)


def test_there_are_pieces_enough_for_all_threads_but_no_crumbs() -> None:
    assert len(pieces(np.full(1000, LEAST // 10, np.int32))) >= PIECES
    assert len(pieces(np.full(10, LEAST // 100, np.int32))) == 1
    assert len(pieces(np.empty(0, np.int32))) == 1
