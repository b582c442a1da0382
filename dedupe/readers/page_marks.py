"""What a page prints at every story: marks before titles (a number, a bullet, a date) and buttons that recur."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dedupe.readers.datelines import is_dateline
from dedupe.readers.page_kinds import BULLET, Kind, kind_of
from dedupe.readers.page_lines import Line

_NUMBER = re.compile(r"^#?(\d{1,3})(?:[.):]|\s[–—-])\s+(?=\S)")
_DATED = re.compile(r"^(?P<date>[^–—|:»]{4,30}?|[^–—|»]{4,12}?\d{1,2}:\d\d)\s*(?:\s[–—-]|[|:»])\s+(?P<rest>\S.{8,})$")
_LEAST = 3  # lines that share a mark
_SPREAD = 0.4  # of the page that dated lines span, or they are a timetable in one story


def unmark(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the marks of a list of titles; what was cut stands in `mark`."""
    for cut in (_numbers, _dates, _bullets):
        cuts = cut(lines)
        lines = [_shorten(line, cuts[row]) if row in cuts else line for row, line in enumerate(lines)]
    return list(lines)


def set_aside(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without the buttons and notices that recur between and within stories."""
    repeats = Counter(line.text.casefold() for line in lines if len(line.text) < 100)
    bars = {text for text, count in repeats.items() if count >= _LEAST and kind_of(text) is Kind.CHROME}
    return [line for line in lines if line.text.casefold() not in bars]


def _shorten(line: Line, size: int) -> Line:
    return replace(line, text=line.text[size:].strip(" \t–—-|:»"), mark=(line.mark + line.text[:size]).strip())


def _numbers(lines: Sequence[Line]) -> dict[int, int]:
    """Return the rows that count upwards, and the width of their numbers."""
    found = {row: hit for row, line in enumerate(lines) if (hit := _NUMBER.match(line.text)) and not is_dateline(line.text)}
    steps = len(found) - 1
    rising = sum(int(right[1]) == int(left[1]) + 1 for left, right in pairwise(found.values()))
    apart = sum(right - left > 1 for left, right in pairwise(found))
    if len(found) < _LEAST or rising < 0.8 * steps or apart < 0.5 * steps:
        return {}
    return {row: hit.end() for row, hit in found.items()}


def _dates(lines: Sequence[Line]) -> dict[int, int]:
    """Return the rows that begin with a date, all over the page, and the width of their dates."""
    found = {row: hit.end("date") for row, line in enumerate(lines) if (hit := _dated(line.text))}
    spread = bool(found) and max(found) - min(found) >= _SPREAD * len(lines)
    return found if len(found) >= _LEAST and spread else {}


def _dated(text: str) -> re.Match[str] | None:
    hit = _DATED.match(text) if len(text) < 250 else None
    if hit is None or not is_dateline(hit["date"], 2) or is_dateline(hit["rest"]):
        return None
    return hit if len(hit["rest"].split()) > 2 else None


def _bullets(lines: Sequence[Line]) -> dict[int, int]:
    """Return the rows whose bullets stand alone: a list of titles with something between them."""
    found = {row: hit.end() for row, line in enumerate(lines) if (hit := BULLET.match(line.text)) and not is_dateline(line.text)}
    together = sum(row + 1 in found for row in found)
    return found if len(found) >= _LEAST and together <= 0.1 * len(found) else {}
