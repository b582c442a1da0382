"""A page's own layout, learned from the page: which line has which role.

A hidden Markov model whose states are the roles in the phases of a story. It starts from what is expected of a form of
page, reads the page (Viterbi 1967), counts what it saw, and reads again with those counts (Viterbi training, Juang and
Rabiner 1990). The form whose reading explains the page best is kept.
"""

from dataclasses import dataclass
from math import lgamma

import numpy as np
from numpy.typing import NDArray

from dedupe.readers.page_features import SIZES, Features
from dedupe.readers.page_forms import forms
from dedupe.readers.page_roles import (
    FURN,
    PHASE,
    PRE,
    ROLE,
    ROLES,
    STATES,
    TITLE,
    Role,
    Table,
    expected_features,
    expected_start,
    shares,
)

Gaps = NDArray[np.intp]
States = NDArray[np.intp]

# In brackets: the range within which no labelled set falls short.
SAMPLE = 4000  # lines that a layout is learned from [1000 up]
ROUNDS = 6  # of reading and counting [3 up]
GAPS = 4  # sizes of the space before a line
# What was expected counts as much as this many ...
TRUST_MOVES = 5.0  # moves from a state [3.5-16]
TRUST_GAPS = 4.0  # spaces [1-20]
TRUST_FEATURES = 12.0  # lines of a role [6-40]
TRUST_WIDTHS = 100.0  # widths of titles: a page of one-word titles is unheard of [12 up]
FIXED = 1e6  # of what no page changes
FURNITURE = 0.7  # nats that a line of furniture costs [0.4-2]
# The features of a line partly say the same: its kind counts nearly whole [0.9-1], the others half [0.45-0.5].
WEIGHTS = np.array([0.9, *[0.5] * (len(SIZES) - 1)])
DANGLING = 0.03  # how much more seldom a page ends above a title [0.003-0.3]
NO_STORY = -1e9  # the evidence of a form under which a page tells nothing

_KIND, _WIDTH, _END = 0, 1, 2  # columns of the features
_BEGINS = np.array([[left != PRE and right in (PRE, TITLE) for right in PHASE] for left in PHASE])  # a story, with this move
_EXPECTED = expected_features()
_START = np.log(np.maximum(expected_start(), 1e-12))
_STOP = np.where(np.equal(PHASE, PRE), np.log(DANGLING), 0.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """The tables of a page: as expected, as counted, or their logarithms.

    moves     float[states, states]   from a state to the next
    gaps      float[2, gaps]          the space before a line within a story, and before a story's first
    features  float[roles, values]    each feature's values under each role
    """

    moves: Table
    gaps: Table
    features: tuple[Table, ...]


def read_layout(features: Features, gaps: Gaps) -> States:
    """Return the state of each line, intp[n], under the form and the layout that explain the page best."""
    if not len(features):
        return np.zeros(0, np.intp)
    sample = slice(0, SAMPLE)
    learned = ((_learn(features[sample], gaps[sample], moves), cost) for moves, cost in forms())
    (layout, _), _ = max(learned, key=lambda form: form[0][1] - form[1])
    return _viterbi(features, gaps, layout)


def _learn(features: Features, gaps: Gaps, moves: Table) -> tuple[Layout, float]:
    """Return a form's layout on this page, and the log evidence of the page under it."""
    priors = _priors(moves)
    states = _viterbi(features, gaps, _logs(priors))
    for _ in range(ROUNDS):
        layout = _logs(_sum(priors, _count(features, gaps, states)))
        seen, states = states, _viterbi(features, gaps, layout)
        if np.array_equal(seen, states):
            break
    if not (PHASE[states] == TITLE).any():
        return layout, NO_STORY
    furniture = FURNITURE * float((PHASE[states] == FURN).sum())
    return layout, _evidence(priors, _count(features, gaps, states)) + float(_START[states[0]] + _STOP[states[-1]]) - furniture


def _priors(moves: Table) -> Layout:
    """Return what is expected as counts; those of furniture, of kinds and of how teasers end are fixed."""
    trusts = [np.full((len(ROLES), 1), TRUST_FEATURES) for _ in SIZES]
    for trust in trusts:
        trust[ROLES.index(Role.FURNITURE)] = FIXED
    trusts[_KIND][:] = FIXED
    trusts[_WIDTH][ROLES.index(Role.TITLE)] = TRUST_WIDTHS
    trusts[_END][ROLES.index(Role.TEASER)] = FIXED
    tables = tuple(trust * expected for trust, expected in zip(trusts, _EXPECTED, strict=True))
    return Layout(TRUST_MOVES * moves, np.full((2, GAPS), TRUST_GAPS / GAPS), tables)


def _count(features: Features, gaps: Gaps, states: States) -> Layout:
    moves = np.zeros((len(STATES), len(STATES)))
    np.add.at(moves, (states[:-1], states[1:]), 1)
    spaces = np.zeros((2, GAPS))
    np.add.at(spaces, (_BEGINS[states[:-1], states[1:]].astype(np.intp), gaps[1:]), 1)
    tables = tuple(np.zeros((len(ROLES), size)) for size in SIZES)
    for column, table in enumerate(tables):
        np.add.at(table, (ROLE[states], features[:, column]), 1)
    return Layout(moves, spaces, tables)


def _sum(left: Layout, right: Layout) -> Layout:
    tables = tuple(x + y for x, y in zip(left.features, right.features, strict=True))
    return Layout(left.moves + right.moves, left.gaps + right.gaps, tables)


def _logs(counts: Layout) -> Layout:
    return Layout(_log(counts.moves), _log(counts.gaps), tuple(map(_log, counts.features)))


def _log(counts: Table) -> Table:
    """Return the log of each row's shares; what never happens has a share of 1e-300."""
    logs: Table = np.log(shares(counts) + 1e-300)
    return logs


def _evidence(priors: Layout, counts: Layout) -> float:
    """Return the log probability of the counts: Dirichlet-multinomial, the features tempered by their weights."""
    features = zip(WEIGHTS, priors.features, counts.features, strict=True)
    weighed = sum(float(weight) * _marginal(prior, count) for weight, prior, count in features)
    return _marginal(priors.moves, counts.moves) + _marginal(priors.gaps, counts.gaps) + weighed


def _marginal(prior: Table, counts: Table) -> float:
    """Return the log marginal likelihood of sequences with these counts under Dirichlet priors, row by row."""
    hit = counts > 0
    inner = _log_gamma(prior[hit] + counts[hit]) - _log_gamma(prior[hit])
    totals = prior.sum(axis=1)
    outer = _log_gamma(totals) - _log_gamma(totals + counts.sum(axis=1))
    return float(inner.sum() + outer.sum())


def _log_gamma(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.array([lgamma(value) for value in values.tolist()])


def _viterbi(features: Features, gaps: Gaps, layout: Layout) -> States:
    """Return the likeliest states of the lines."""
    seen = np.zeros((len(features), len(STATES)))
    for column, (weight, table) in enumerate(zip(WEIGHTS, layout.features, strict=True)):
        seen += weight * table[ROLE][:, features[:, column]].T
    seen[:, PHASE == FURN] -= FURNITURE
    between = [(layout.moves + np.where(_BEGINS, layout.gaps[1, gap], layout.gaps[0, gap])).T.copy() for gap in range(GAPS)]
    back = np.zeros(seen.shape, np.intp)
    score, every = _START + seen[0], np.arange(len(STATES))
    for row in range(1, len(seen)):
        steps = between[gaps[row]] + score
        back[row] = steps.argmax(axis=1)
        score = steps[every, back[row]] + seen[row]
    states = np.zeros(len(seen), np.intp)
    states[-1] = (score + _STOP).argmax()
    for row in range(len(seen) - 1, 0, -1):
        states[row - 1] = back[row, states[row]]
    return states
