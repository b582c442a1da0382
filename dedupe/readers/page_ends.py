"""How lines end, and where a site cut a text short: the ellipsis and the call to read on at its end."""

import re
from enum import IntEnum

from dedupe.readers.page_kinds import LONG_WORD, bare, call_of
from dedupe.readers.page_words import READ_MORE

LAST = 100  # characters at the end of a line that are looked at
TAIL_WORDS = 6  # of a call to read on behind an ellipsis


class End(IntEnum):
    """How a line ends; TAIL is an ellipsis and then "Read more"."""

    OPEN = 0
    PERIOD = 1
    MARK = 2
    ELLIPSIS = 3
    TAIL = 4
    OTHER = 5


_TAIL = re.compile(r"(?:…|\.{3}|\[…\]|\[\.{3}\])[\])]?\s*(?P<more>[^\s.!?…\]][^.!?…]{0,60})$")
_ELLIPSIS = re.compile(r"(?:…|\.{3})[\s\])»”\"'’]*$")
_MARK = re.compile(r"[\[(]?(?:…|\.{3})+[\s\])»”\"'’]*$")
_MARKS = {End.PERIOD: ".。।۔።", End.MARK: "?!？！؟;", End.OTHER: ":,-–—：，、|/"}
_QUOTES = "\"'”’»)]）」』"


def end_of(text: str) -> End:
    """Return how a line ends."""
    last = text[-LAST:]
    if _ELLIPSIS.search(last):
        return End.ELLIPSIS
    if tail_of(text):
        return End.TAIL
    mark = last.rstrip(_QUOTES)[-1:]
    return next((end for end, marks in _MARKS.items() if mark and mark in marks), End.OPEN)


def tail_of(text: str) -> str:
    """Return the "Read more" that ends a cut paragraph, as it stands there; empty if there is none."""
    last = text[-LAST:]
    if found := _TAIL.search(last):
        return found["more"] if len(found["more"].split()) <= TAIL_WORDS else ""
    words = last.split()
    for size in (2, 3, 1):
        phrase = bare(" ".join(words[-size:]))
        if len(words) > 8 and phrase in READ_MORE and len(phrase) > LONG_WORD:
            return last[last.casefold().rfind(phrase) :]
    return ""


def uncut(text: str, *, teaser: bool) -> tuple[str, bool]:
    """Return a text without the mark where it was cut, and whether it was cut.

    Of a teaser, whatever follows the ellipsis is a call to read on; of another text, only known words.
    """
    rest = text
    tail = tail_of(text)
    if tail and (teaser or call_of(bare(tail))):
        rest = text[: text.rindex(tail)].rstrip()
    if mark := _MARK.search(rest, max(0, len(rest) - LAST)):
        return rest[: mark.start()].rstrip(), True
    return rest, rest != text and end_of(rest) is End.OPEN
