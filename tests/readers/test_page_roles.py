import numpy as np

from dedupe.readers.page_features import SIZES
from dedupe.readers.page_roles import (
    BODY,
    END,
    FURN,
    PHASE,
    POST,
    ROLES,
    STATES,
    TITLE,
    expected_features,
    expected_moves,
    expected_start,
)


def test_what_is_expected_are_shares() -> None:
    tables = [*expected_features(), expected_moves(), expected_start()[None]]
    assert all((table >= 0).all() and np.allclose(table.sum(axis=1), 1) for table in tables)
    assert [table.shape for table in expected_features()] == [(len(ROLES), size) for size in SIZES]


def test_a_text_stands_only_under_a_title() -> None:
    moves, under = expected_moves(), np.isin(PHASE, (POST, BODY, END))
    assert not moves[np.ix_(np.equal(PHASE, FURN), under)].any()
    assert moves[np.ix_(np.equal(PHASE, TITLE), under)].any(axis=0).all()


def test_no_state_stands_twice() -> None:
    assert len(set(STATES)) == len(STATES)
