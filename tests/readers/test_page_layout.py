from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe.readers import page_layout
from dedupe.readers.page_features import SIZES
from dedupe.readers.page_forms import forms
from dedupe.readers.page_layout import GAPS, read_layout
from dedupe.readers.page_roles import PHASE, ROLE, STATES, TITLE
from tests.strategies import costly

LINES = st.lists(st.tuples(*(st.integers(0, size - 1) for size in SIZES), st.integers(0, GAPS - 1)), max_size=3)


def score(path: tuple[int, ...], features: np.ndarray, gaps: np.ndarray, layout: page_layout.Layout) -> float:
    """Return the log probability of a path, move by move."""
    total = float(page_layout._START[path[0]] + page_layout._STOP[path[-1]])
    for row, state in enumerate(path):
        seen = (table[ROLE[state], features[row, column]] for column, table in enumerate(layout.features))
        total += sum(weight * value for weight, value in zip(page_layout.WEIGHTS, seen, strict=True))
        total -= page_layout.FURNITURE * (PHASE[state] == 0)
        if row:
            begins = int(page_layout._BEGINS[path[row - 1], state])
            total += layout.moves[path[row - 1], state] + layout.gaps[begins, gaps[row]]
    return total


@given(LINES.filter(bool))
@costly
def test_the_path_found_is_the_likeliest_of_all(lines: list[tuple[int, ...]]) -> None:
    given_lines = np.array(lines, np.intp)
    features, gaps = given_lines[:, :-1], given_lines[:, -1]
    layout = page_layout._logs(page_layout._priors(forms()[0][0]))
    found = page_layout._viterbi(features, gaps, layout)
    every = product(range(len(STATES)), repeat=min(len(lines), 2))
    if len(lines) <= 2:
        assert np.isclose(score(tuple(found), features, gaps, layout), max(score(p, features, gaps, layout) for p in every))
    changed = [(*found[:row], state, *found[row + 1 :]) for row in range(len(lines)) for state in range(len(STATES))]
    assert score(tuple(found), features, gaps, layout) >= max(score(p, features, gaps, layout) for p in changed) - 1e-9


@given(LINES)
@costly
def test_each_line_gets_a_state(lines: list[tuple[int, ...]]) -> None:
    given_lines = np.array(lines, np.intp).reshape(-1, len(SIZES) + 1)
    states = read_layout(given_lines[:, :-1], given_lines[:, -1])
    assert len(states) == len(lines)
    assert not len(states) or ((states >= 0) & (states < len(STATES))).all()


def test_evidence_falls_with_counts_that_were_not_expected() -> None:
    priors = page_layout._priors(forms()[0][0])
    none = page_layout.Layout(np.zeros_like(priors.moves), np.zeros_like(priors.gaps), tuple(map(np.zeros_like, priors.features)))
    likely, unlikely = np.zeros_like(priors.moves), np.zeros_like(priors.moves)
    title = int(np.flatnonzero(PHASE == TITLE)[0])
    likely[title, priors.moves[title].argmax()] = unlikely[title, priors.moves[title].argmin()] = 5
    scores = [
        page_layout._evidence(priors, page_layout.Layout(moves, none.gaps, none.features))
        for moves in (none.moves, likely, unlikely)
    ]
    assert scores[0] == 0
    assert scores[0] > scores[1] > scores[2]
