"""Text with marked changes, broken into lines of a terminal."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from dedupe.reports import cells

BOLD, DIM, DELETED, INSERTED, MOVED = "1", "2", "31", "32", "36"

_OPENING, _CLOSING = "（「『“‘《([", "。，、！？；：）」』”’》…·.,!?;:)]\"'"


class Token(NamedTuple):
    """What is not broken over lines: its text, its colour, and whether a space stands before it."""

    text: str
    code: str = ""
    spaced: bool = True


def tokens(text: str, code: str = "", *, spaced: bool = True) -> list[Token]:
    """Return foreign text as tokens, inert: its words, or its characters where a script has no spaces."""
    from dedupe.diff.wording import is_spaceless  # which loads all that tells changes

    found: list[Token] = []
    for word in cells.inert(text).split():
        pieces = _characters(word) if any(map(is_spaceless, word)) else [word]
        for place, piece in enumerate(pieces):
            found.append(Token(piece, code, place == 0 and (spaced or bool(found))))
    return found


def marked(found: list[Token], before: str, after: str) -> list[Token]:
    """Return tokens with a sign before the first and one after the last."""
    if not found:
        return found
    found = [found[0]._replace(text=before + found[0].text), *found[1:]]
    return [*found[:-1], found[-1]._replace(text=found[-1].text + after)]


def wrapped(found: Iterable[Token], width: int, *, colour: bool) -> list[str]:
    """Return tokens as lines of at most `width` columns; what is wider is broken within."""
    lines: list[list[Token]] = [[]]
    taken = 0
    for token in _fitting(found, width):
        columns = cells.columns(token.text)
        if lines[-1] and taken + token.spaced + columns > width:
            lines.append([])
            taken = 0
        taken += columns + (token.spaced if lines[-1] else 0)
        lines[-1].append(token)
    return [_line(line, colour) for line in lines if line]


def paint(text: str, code: str, *, colour: bool) -> str:
    """Return text in a colour, where colour is wanted."""
    return f"\x1b[{code}m{text}\x1b[0m" if colour and code and text else text


def _line(line: list[Token], colour: bool) -> str:
    parts = []
    for place, (code, run) in enumerate(groupby(line, key=lambda token: token.code)):
        together = [*run]
        text = "".join(" " * token.spaced + token.text for token in together)
        space = " " if text.startswith(" ") and place else ""
        parts.append(space + paint(text.removeprefix(" "), code, colour=colour))
    return "".join(parts)


def _fitting(found: Iterable[Token], width: int) -> Iterator[Token]:
    for token in found:
        if len(token.text) <= width // 2 or cells.columns(token.text) <= width:
            yield token
            continue
        rest, spaced = token.text, token.spaced
        for start in range(0, len(rest), max(width // 2, 1)):
            yield Token(rest[start : start + max(width // 2, 1)], token.code, spaced and start == 0)


def _characters(word: str) -> list[str]:
    """Return a word broken where a line may break in a script without spaces: not before marks and closing signs."""
    from dedupe.diff.wording import is_spaceless

    pieces: list[str] = []
    for character in word:
        begins = is_spaceless(character) or (bool(pieces) and is_spaceless(pieces[-1][-1]) and character not in _CLOSING)
        if not pieces or (begins and cells.columns(character) and pieces[-1][-1] not in _OPENING):
            pieces.append(character)
        else:
            pieces[-1] += character
    return pieces
