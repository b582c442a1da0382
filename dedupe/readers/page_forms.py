"""The forms that an archive page may take: what is expected of its moves under each, before the page is seen."""

from collections.abc import Iterator
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from dedupe.readers.page_roles import BODY, END, PHASE, POST, PRE, ROLE, ROLES, STATES, TITLE, Role, Table, expected_moves, shares

# In brackets: the range within which no labelled set falls short.
RARE = 0.0003  # what a form rules out happens this much more seldom: a page may break its own form [1e-6 to 0.03]
ONCE = 1e-6  # and this much more seldom a second story begins on a page of one [1e-9 to 0.01]
BRIEF = 10  # how much more often a text of few lines ends its story [2-50]
LISTED = 15  # how much more often a title without text is followed by another [4-60]
# Nats by which a list of titles must explain a page better, since any page can be read as one; with labels above, even more.
LIST_COST = 3.0  # [0-8]
LABELLED_COST = 5.0  # [2-12]

Form = tuple[Table, float]
Chosen = NDArray[np.bool_]  # of the states
_ABOVE: Chosen = np.equal(PHASE, PRE)
_UNTOLD: Chosen = np.equal(PHASE, TITLE)
_BEGINS: Chosen = _ABOVE | _UNTOLD
_TELLS: Chosen = np.equal(PHASE, BODY)
_OPEN: Chosen = np.isin(PHASE, (POST, BODY)) & np.not_equal(ROLE, ROLES.index(Role.TEASER))


def _are(phase: int, *roles: Role) -> Chosen:
    return np.array([(state, role) in {(phase, one) for one in roles} for state, role in STATES])


_LATE = _are(END, Role.DATE, Role.TAGS, Role.BYLINE, Role.COUNT)
_PASSING = _are(END, Role.EMBED, Role.FURNITURE)
_LABEL = _are(PRE, Role.CATEGORY)
_BARE = _UNTOLD | _are(PRE, Role.DATE, Role.BYLINE)


@cache
def forms() -> tuple[Form, ...]:
    """Return each form: its expected moves, float[states, states], and the nats that it costs."""
    return tuple((shares(moves), cost) for moves, cost in _forms())


def _forms() -> Iterator[Form]:
    yield _alone(_form(above=True, below=True)), 0.0
    for above, below in product((False, True), (False, True)):
        form = _form(above=above, below=below)
        yield form, 0.0
        yield _closed(form), 0.0
        yield _brief(form), 0.0
        yield _listed(form, _BARE), LIST_COST
        if above:
            yield _listed(form, _LABEL), LABELLED_COST


def _form(*, above: bool, below: bool) -> Table:
    """Return the moves of pages with or without lines above their titles, and between title and text."""
    moves = expected_moves()
    if not above:
        moves[:, _ABOVE] *= RARE
    if not below:
        moves[:, PHASE == POST] *= RARE
    return _times(moves, _UNTOLD, _BEGINS, RARE)


def _alone(moves: Table) -> Table:
    """Return the moves of a page that holds one story."""
    return _times(moves, np.greater_equal(PHASE, TITLE), _BEGINS, ONCE)


def _closed(moves: Table) -> Table:
    """Return the moves of pages whose stories all end in the same way: cut, or with "read more"."""
    return _times(_times(moves, _OPEN, _BEGINS | _LATE, RARE), _PASSING, _BEGINS, RARE)


def _brief(moves: Table) -> Table:
    """Return the moves of pages whose stories are a few lines each."""
    return _times(moves, _OPEN & _TELLS, _BEGINS, BRIEF)


def _listed(moves: Table, first: Chosen) -> Table:
    """Return the moves of pages that list titles without text, each story beginning with one of the `first` states."""
    return _times(moves, _UNTOLD, first, LISTED / RARE)


def _times(moves: Table, left: Chosen, right: Chosen, factor: float) -> Table:
    changed = moves.copy()
    changed[np.ix_(left, right)] *= factor
    return changed
