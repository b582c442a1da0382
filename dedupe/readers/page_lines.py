"""The lines of a flattened page: their text, their place, and the space before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_INVISIBLE = dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
)  # soft hyphens, joiners, marks of direction, byte order marks
WRAPPED = 120  # characters: no longer line was broken at a width
WRAPS = 3  # breaks that show a width
_RULE = re.compile(r"[\W_]{3,200}")
_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something: its number from 1, its text stripped, and what stands before it.

    `gap` counts the blank lines before it, at most 2; a ruled line ("-----") makes it 3. `size` counts the lines of the page
    that it was broken into; `mark` is what was cut from its beginning.
    """

    number: int
    text: str
    gap: int
    size: int = 1
    mark: str = ""

    @property
    def last(self) -> int:
        """The number of the last line of the page that it stands on."""
        return self.number + self.size - 1


def lines_of(text: str) -> list[str]:
    """Return a page's lines as editors count them: ended by LF, CR LF or CR."""
    return _BREAK.split(text) if "\r" in text else text.split("\n")


def bare_line(text: str) -> str:
    """Return a line without the spaces around it and the characters that nobody sees."""
    return (text if text.isascii() else text.translate(_INVISIBLE)).strip()


def solid_lines(raw: Sequence[str]) -> list[Line]:
    """Return the lines that say something, without blank and ruled ones; paragraphs broken at a width are one line."""
    found, gap = [], 0
    for number, text in enumerate(raw, 1):
        bare = bare_line(text)
        if not bare:
            gap = min(gap + 1, 2) if gap < 3 else gap
        elif _RULE.fullmatch(bare) and len(set(bare)) <= 3:
            gap = 3
        else:
            found.append(Line(number, bare, gap))
            gap = 0
    return _joined(found) if _is_wrapped(found) else found


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether lines are broken at a width: hardly a next line's first word would have fitted."""
    width = _width(lines)
    if not WRAPPED // 3 <= width <= WRAPPED:
        return False
    breaks = [(left, right) for left, right in pairwise(lines) if right.gap == 0]
    full = sum(_is_broken(left, right, width) for left, right in breaks)
    return full >= WRAPS and full >= 0.7 * len(breaks)


def _width(lines: Sequence[Line]) -> int:
    """Return the length of the longest line that has words; an address may stand out."""
    return max((len(line.text) for line in lines if " " in line.text), default=0)


def _is_broken(left: Line, right: Line, width: int) -> bool:
    """Whether the left line ends because the right one's first word would not have fitted."""
    return right.gap == 0 and len(left.text) + 1 + len(right.text.split(None, 1)[0]) > width


def _joined(lines: Sequence[Line]) -> list[Line]:
    width = _width(lines)
    runs = [[lines[0]]]
    for left, right in pairwise(lines):
        if _is_broken(left, right, width):
            runs[-1].append(right)
        else:
            runs.append([right])
    return [Line(run[0].number, " ".join(line.text for line in run), run[0].gap, len(run)) for run in runs]
