"""The lines of a page, shared out: to its stories, each line with its role, or to the furniture."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dedupe.readers.page_ends import End, end_of
from dedupe.readers.page_features import features, width_of
from dedupe.readers.page_kinds import Kind, kind_of
from dedupe.readers.page_layout import read_layout
from dedupe.readers.page_lines import Line, solid_lines
from dedupe.readers.page_marks import set_aside, unmark
from dedupe.readers.page_roles import BODY, FURN, PRE, STATES, TITLE, Role

LONGEST = 300  # characters of a title; a longer one is the first paragraph of a story without one
PROSE = 5  # the width from which on a line may be a story of its own: see page_features


@dataclass(frozen=True, slots=True)
class Told:
    """One line of a story, its role, and the phase of the story in which it stands."""

    line: Line
    role: Role
    phase: int


Group = tuple[Told, ...]


def groups_of(raw: Sequence[str]) -> list[Group]:
    """Return the lines of each story in reading order; what is in none of them is furniture."""
    lines = unmark(set_aside(solid_lines(raw)))
    gaps = np.array([line.gap for line in lines], np.intp)
    states = [STATES[state] for state in read_layout(features(lines), gaps)]
    told = [Told(line, role, phase) for line, (phase, role) in zip(lines, states, strict=True)]
    groups = _without_links(_without_header(_with_titles(_split(told))))
    return groups or _prose(lines)


def _split(told: Iterable[Told]) -> list[Group]:
    """Return the lines of each story; those above a title belong to it, and furniture to none."""
    groups: list[list[Told]] = []
    above: list[Told] = []
    for piece in told:
        if piece.phase == PRE:
            above.append(piece)
        elif piece.phase == TITLE:
            groups.append([*above, piece])
            above = []
        elif piece.phase == FURN:
            above = []
        elif piece.role is not Role.FURNITURE and groups:
            groups[-1].append(piece)
    return [tuple(group) for group in groups]


def _with_titles(groups: Sequence[Group]) -> list[Group]:
    """Return the stories, untitled where the title is a paragraph: too long, or the first sentence of the only story."""
    return [tuple(_untitled(piece) if _is_text(piece, len(groups)) else piece for piece in group) for group in groups]


def _is_text(piece: Told, stories: int) -> bool:
    text = piece.line.text
    sentence = stories == 1 and end_of(text) is End.PERIOD and width_of(text) >= PROSE
    return piece.role is Role.TITLE and (sentence or len(text) > LONGEST)


def _untitled(piece: Told) -> Told:
    return replace(piece, role=Role.PARAGRAPH, phase=BODY)


def _without_header(groups: Sequence[Group]) -> list[Group]:
    """Return the stories without the page's own date: one that stands above a single title."""
    dated = sum(any(map(_is_date_above, group)) for group in groups)
    if dated != 1:
        return list(groups)
    return [tuple(piece for piece in group if not _is_date_above(piece)) for group in groups]


def _is_date_above(piece: Told) -> bool:
    return piece.role is Role.DATE and piece.phase == PRE


def _without_links(groups: Sequence[Group]) -> list[Group]:
    """Return the stories without lists of titles that stand over their stories elsewhere on the page, and their headings."""
    titles = {_title(group) for group in groups if any(piece.phase == BODY for piece in group)} - {""}
    kept: list[Group] = []
    linked = False
    for group in reversed(groups):
        linked = _is_link(group, titles) or (linked and len(group) == 1)
        if not linked:
            kept.append(group)
    return kept[::-1]


def _title(group: Group) -> str:
    return next((piece.line.text.casefold() for piece in group if piece.role is Role.TITLE), "")


def _is_link(group: Group, titles: set[str]) -> bool:
    """Whether a story's lines are but titles of stories that are told elsewhere."""
    if len(group) == 1:
        return _title(group) in titles
    text = [piece.line.text.casefold() for piece in group if piece.phase == BODY]
    return bool(text) and (titles - {_title(group)}).issuperset(text)


def _prose(lines: Sequence[Line]) -> list[Group]:
    """Return the text of a page without titles as one story: its sentences, or all that it says in one line."""
    text = [line for line in lines if kind_of(line.text) is Kind.TEXT and (width_of(line.text) >= PROSE or len(lines) == 1)]
    if len(text) == 1 and len(text[0].text) <= LONGEST and end_of(text[0].text) is not End.PERIOD:
        return [(Told(text[0], Role.TITLE, TITLE),)]
    return [tuple(Told(line, Role.PARAGRAPH, BODY) for line in text)] if text else []
