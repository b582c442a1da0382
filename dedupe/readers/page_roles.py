"""The roles of a page's lines, the phases of a story, and what is expected of both before a page is seen."""

from collections.abc import Iterator
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]


class Role(StrEnum):
    """What a line of a flattened page is."""

    FURNITURE = "furniture"
    CAPTION = "caption"
    CATEGORY = "category"
    TAGS = "tags"
    BYLINE = "byline"
    DATE = "date"
    COUNT = "count"
    DECK = "deck"
    TITLE = "title"
    PARAGRAPH = "paragraph"
    TEASER = "teaser"
    BULLET = "bullet"
    SUBHEAD = "subhead"
    PHOTO_CAPTION = "photo caption"
    EMBED = "embed"
    READ_MORE = "read-more"


State = tuple[int, Role]  # a phase of a story, and the role of a line in it
ROLES = tuple(Role)
FURN, PRE, TITLE, POST, BODY, END = range(6)  # the phases of a page: furniture, then a story from above its title to its end
_META = (Role.CAPTION, Role.CATEGORY, Role.BYLINE, Role.DATE, Role.COUNT)
_TEXT = (Role.PARAGRAPH, Role.TEASER, Role.BULLET, Role.SUBHEAD, Role.PHOTO_CAPTION, Role.EMBED)
STATES: tuple[State, ...] = (
    (FURN, Role.FURNITURE),
    *((PRE, role) for role in _META),
    (TITLE, Role.TITLE),
    *((POST, role) for role in (*_META, Role.DECK, Role.FURNITURE)),
    *((BODY, role) for role in _TEXT),
    *((END, role) for role in (Role.READ_MORE, Role.TAGS, *_META[2:], Role.EMBED, Role.FURNITURE)),
)
PHASE = np.array([phase for phase, _ in STATES])
ROLE = np.array([ROLES.index(role) for _, role in STATES])

# What is expected of each role's lines: weights of the values of each feature, in their order:
# kind, width, end, sentences, repeats, start, echo.
_EXPECTED = """
furniture    |45 5 3 7 2 4 1 4 29      |32 32 12 7 6 5 3 2 1      |73 10 2 3 1 11       |93 7 |62 20 18|80 8 12|86 6 4 2 2
caption      |95 1 1 .3 .1 .5 .5 .5 .5 |9 32 24 20 9 4 2 .5 .1    |87 3 2 2 .2 6        |97 3 |78 12 10|87 10 3|56 36 4 4 .2
category     |74 1 2 .5 .3 .5 .1 20 2  |48 38 9 4 .8 .2 .1 .01 .01|91 1 .5 .5 .2 7      |99 1 |35 20 45|80 8 12|82 15 1 2 .2
tags         |24 1 1 .5 .1 .5 .1 70 2  |20 36 22 14 6 2 .5 .1 .01 |85 1 .5 .5 .2 13     |99 1 |30 20 50|80 8 12|95 3 1 1 .2
byline       |30 4 62 1 .1 .5 .1 1 1   |8 58 21 9 2 1 .2 .01 .01  |84 1 .2 .3 .2 14     |99 1 |40 20 40|86 10 4|88 10 1 1 .2
date         |2 95 1 1 .1 .5 .1 1 .3   |5 45 30 14 5 1 .2 .01 .01 |90 4 .2 .2 .2 5      |99 1 |70 18 12|80 15 5|97 1 1 1 .1
count        |3 1 .3 94 .3 .3 .1 .3 1  |58 30 9 2 .5 .3 .1 .01 .01|90 4 2 .3 .1 4       |99 1 |14 16 70|80 12 8|98 1 .5 .5 .1
deck         |97 .3 .3 .1 .1 1 .1 .2 .2|.05 .5 2 8 20 30 26 12 2  |55 32 6 4 .3 3       |88 12|98 1 .5 |92 6 2 |90 2 7 .5 .2
title        |94 .3 .4 .1 .1 3 .1 .6 .2|.4 3 13 32 32 15 4 .5 .05 |80 2 10 5 .2 3       |97 3 |97 3 .03|91 3 6 |57 3 24 4 12
paragraph    |95 .3 .3 .1 .1 2 .5 .3 .5|.5 1 2 5 10 16 25 24 17   |5 82 6 1.5 .2 5      |50 50|98 1 .4 |94 5 1 |97 1 1 .5 .2
teaser       |97 .2 .2 .1 .1 1 .1 .2 .2|.1 .2 .6 2 6 12 24 35 20  |.02 .02 .02 52 46 .02|45 55|98 1 .4 |92 7 1 |97 1 1 .5 .2
bullet       |2 .1 .1 .1 .1 97 .1 .1 .1|1 4 9 17 25 24 14 5 1     |38 50 4 2 .2 5       |90 10|97 2 1  |93 6 1 |95 2 2 .5 .2
subhead      |96 .3 .4 .1 .1 2 .1 .5 .2|9 34 28 18 8 2 .5 .05 .01 |78 3 11 1 .1 7       |99 1 |95 3 2  |84 3 13|90 5 3 1 .2
photo caption|96 .5 .5 .1 .1 1 .1 .2 .5|.5 3 8 18 30 23 12 4 2    |52 40 2 1 .1 5       |80 20|96 3 1  |94 4 2 |93 4 2 1 .2
embed        |1 .1 .1 .1 .1 .1 97 .1 .2|10 20 20 20 15 8 4 2 1    |88 3 1 2 .2 6        |95 5 |90 8 2  |80 15 5|97 1 1 1 .1
read-more    |4 .2 .1 .1 95 .3 .1 .1 .3|36 48 8 4 3 1 .1 .01 .01  |84 1 .5 9 .3 5       |98 2 |8 10 82 |85 8 7 |97 1 1 .5 .1
"""
# How often one phase follows another, what a page begins with, and which roles a phase has; tables of weights.
_FOLLOWS: dict[int, dict[int, float]] = {
    FURN: {FURN: 80, PRE: 9, TITLE: 11},
    PRE: {PRE: 33, TITLE: 66, FURN: 0.2},
    TITLE: {TITLE: 3, PRE: 5, POST: 44, BODY: 44, END: 3, FURN: 1},
    POST: {TITLE: 7, PRE: 6, POST: 36, BODY: 43, END: 5, FURN: 3},
    BODY: {TITLE: 5, PRE: 4, POST: 0.6, BODY: 80, END: 9, FURN: 2},
    END: {TITLE: 34, PRE: 30, END: 30, FURN: 6},
}
_FIRST = {FURN: 60, TITLE: 25, PRE: 15}
_SHARE: dict[int, dict[Role, float]] = {
    PRE: {Role.CAPTION: 32, Role.CATEGORY: 33, Role.DATE: 22, Role.BYLINE: 9, Role.COUNT: 4},
    POST: {Role.DATE: 36, Role.BYLINE: 31, Role.CATEGORY: 12, Role.CAPTION: 16, Role.COUNT: 5, Role.DECK: 6, Role.FURNITURE: 1},
    BODY: {Role.PARAGRAPH: 66, Role.TEASER: 17, Role.BULLET: 7, Role.SUBHEAD: 5, Role.PHOTO_CAPTION: 3, Role.EMBED: 2},
    END: {Role.READ_MORE: 48, Role.TAGS: 15, Role.BYLINE: 11, Role.DATE: 13, Role.COUNT: 13, Role.EMBED: 3, Role.FURNITURE: 5},
}


def expected_features() -> tuple[Table, ...]:
    """Return, for each feature, the expected share of its values under each role, float[roles, values]."""
    rows = [line.split("|")[1:] for line in _EXPECTED.strip().splitlines()]
    return tuple(shares(np.array([cell.split() for cell in column], float)) for column in zip(*rows, strict=True))


def expected_moves() -> Table:
    """Return the expected share of each state after each other, float[states, states]."""
    return shares(np.array([[_weight(left, right) for right in STATES] for left in STATES], float))


def expected_start() -> Table:
    """Return the expected share of each state on a page's first line, float[states]."""
    return shares(np.array([_FIRST.get(phase, 0) * _share(phase, role) for phase, role in STATES], float))


def shares(weights: Table) -> Table:
    """Return the weights, each row's sum made 1."""
    made: Table = weights / weights.sum(axis=-1, keepdims=True)
    return made


def _weight(left: State, right: State) -> float:
    (phase, _), (then, next_role) = left, right
    weight = _FOLLOWS[phase].get(then, 0) * _share(then, next_role)
    for fits, factor in _habits(left, right):
        weight *= factor if fits else 1
    return weight


def _habits(left: State, right: State) -> Iterator[tuple[bool, float]]:
    """Yield what makes a move likelier or less likely than its phases say: whether it holds, and how much."""
    (phase, role), (then, next_role) = left, right
    begins = then in (PRE, TITLE)
    yield phase == then and role is next_role and phase in (PRE, POST, END), 0.15  # a story has one date, one byline ...
    yield phase == POST and begins and role is not Role.DATE, 0.02  # nothing told and no date: not a story yet
    yield phase == TITLE and then == END and next_role is not Role.READ_MORE, 0.1
    yield phase == TITLE and next_role in (Role.SUBHEAD, Role.PHOTO_CAPTION), 0.02  # right below a title it is a caption
    yield role is Role.TEASER, 0.1 if then == BODY else 3  # a cut text ends a story
    yield role in (Role.SUBHEAD, Role.PHOTO_CAPTION) and then != BODY, 0.1
    yield role is Role.BULLET and next_role is Role.BULLET, 8


def _share(phase: int, role: Role) -> float:
    among = _SHARE.get(phase)
    return among[role] / sum(among.values()) if among else 1.0
