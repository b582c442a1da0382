"""A flattened archive page -> stories: title, date, bullets and text of each, and how each line was read."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from dedupe.model import Origin, Story
from dedupe.readers.datelines import find_date
from dedupe.readers.line_role import LineRole
from dedupe.readers.page_ends import uncut
from dedupe.readers.page_kinds import BULLET
from dedupe.readers.page_lines import bare_line
from dedupe.readers.page_roles import PRE, Role
from dedupe.readers.page_stories import Group, Told, groups_of

_DATED = (Role.DATE, Role.BYLINE, Role.COUNT, Role.CATEGORY, Role.TAGS)
_TEXT = (Role.PARAGRAPH, Role.TEASER, Role.SUBHEAD, Role.PHOTO_CAPTION, Role.DECK)
_LINE = 300  # characters of a line in which a date is looked for


def read_page(lines: Sequence[str], path: str) -> Iterator[Story]:
    """Yield the stories of a page in reading order; each is named by the line of its title."""
    for group in groups_of(lines):
        origin = _origin(group, path)
        body, truncated = uncut(_body(group, lines), teaser=_is_teaser(group))
        yield Story(
            id=str(origin),
            title=_title(group),
            body=body,
            summary=_summary(group, lines),
            published=_date(group, lines),
            truncated=truncated,
            origin=origin,
        )


def explain_page(lines: Sequence[str], path: str) -> Iterator[LineRole]:
    """Yield every line that is not blank with its role and the id of its story; "" where it is the page's furniture."""
    roles: dict[int, tuple[Role, str]] = {}
    for group in groups_of(lines):
        story = str(_origin(group, path))
        roles.update({number: (piece.role, story) for piece in group for number in _numbers(piece)})
    for number, line in enumerate(lines, 1):
        if text := bare_line(line):
            role, story = roles.get(number, (Role.FURNITURE, ""))
            yield LineRole(path, number, role, story, text)


def _origin(group: Group, path: str) -> Origin:
    """Return where a story stands: from its title, or its first line where it has none, to its last line."""
    first = next((piece for piece in group if piece.role is Role.TITLE), group[0])
    return Origin(path, first.line.number, group[-1].line.last)


def _title(group: Group) -> str:
    return next((piece.line.text for piece in group if piece.role is Role.TITLE), "")


def _numbers(piece: Told) -> range:
    return range(piece.line.number, piece.line.last + 1)


def _whole(piece: Told, lines: Sequence[str]) -> str:
    """Return a line as it stands on the page, with its mark."""
    return " ".join(bare_line(lines[number - 1]) for number in _numbers(piece))


def _summary(group: Group, lines: Sequence[str]) -> tuple[str, ...]:
    """Return the bullets between a story's title and its text."""
    return tuple(_item(piece, lines) for piece in group[: _text(group)] if piece.role is Role.BULLET)


def _body(group: Group, lines: Sequence[str]) -> str:
    """Return a story's text, its paragraphs apart as on the page; without text, its bullets."""
    pieces = [piece for piece in group[_text(group) :] or group if piece.role in _TEXT or piece.role is Role.BULLET]
    parts = (
        ("\n\n" if piece.line.gap else "\n") + (_item(piece, lines) if piece.role is Role.BULLET else _whole(piece, lines))
        for piece in pieces
    )
    return "".join(parts).strip()


def _text(group: Group) -> int:
    """Return the place of the first line of a story's text; bullets from there on are text too."""
    return next((place for place, piece in enumerate(group) if piece.role in _TEXT), len(group))


def _item(piece: Told, lines: Sequence[str]) -> str:
    return BULLET.sub("", _whole(piece, lines), count=1)


def _is_teaser(group: Group) -> bool:
    return any(piece.role is Role.TEASER for piece in group)


def _date(group: Group, lines: Sequence[str]) -> datetime | None:
    """Return the date that stands nearest above a story's title, or else on its line or below; None for an ambiguous one."""
    above = [piece for piece in reversed(group) if piece.phase == PRE]
    dates = (find_date(_dated(piece, lines)) for piece in (*above, *group[len(above) :]))
    return next((date for date in dates if date), None)


def _dated(piece: Told, lines: Sequence[str]) -> str:
    """Return the part of a line in which a date is the story's."""
    if piece.role in _DATED:
        return _whole(piece, lines)[:_LINE]
    return piece.line.mark if piece.role is Role.TITLE else ""
