import numpy as np

from dedupe.readers.page_forms import RARE, forms
from dedupe.readers.page_roles import PHASE, PRE, TITLE


def test_every_form_expects_shares() -> None:
    assert all((moves >= 0).all() and np.allclose(moves.sum(axis=1), 1) and cost >= 0 for moves, cost in forms())


def test_no_two_forms_are_the_same() -> None:
    assert len({moves.tobytes() for moves, _ in forms()}) == len(forms())


def test_only_a_list_of_titles_expects_one_right_after_another() -> None:
    follow = [(moves[np.ix_(PHASE == TITLE, np.isin(PHASE, (PRE, TITLE)))].sum(), cost) for moves, cost in forms()]
    assert all((share > 10 * RARE) == (cost > 0) for share, cost in follow)
