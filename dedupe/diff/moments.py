"""The dates and times that a text states."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from dedupe.diff.lexicon import DAY_LATER, MONTHS, WEEKDAYS
from dedupe.diff.mention import Mention, bare_words, lowered
from dedupe.diff.result import FactKind
from dedupe.diff.wording import SPACELESS


class Date(NamedTuple):
    """A date as far as it is stated: a year, a month and a day, a weekday."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    def agrees(self, other: "Date") -> bool:
        """Return whether both can be one date: nothing that both state differs."""
        return all(x == y for x, y in zip(self, other, strict=True) if x is not None and y is not None)

    def is_comparable(self, other: "Date") -> bool:
        """Return whether both state a year, a month, a day or a weekday."""
        return any(x is not None and y is not None for x, y in zip(self, other, strict=True))


class Time(NamedTuple):
    """A time of day in minutes."""

    minutes: int

    def agrees(self, other: "Time") -> bool:
        """Return whether both are one time, on a clock of 12 hours or of 24."""
        return (self.minutes - other.minutes) % 720 == 0


_HAS_DIGIT = re.compile(r"\d")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY_LATER = "|".join(re.escape(month) for month in sorted(DAY_LATER, key=len, reverse=True))
_MOMENT = re.compile(
    r"(?<!\d)(?P<iso_year>\d{4})[-/.年]\s?(?P<iso_month>\d{1,2})[-/.月]\s?(?P<iso_day>\d{1,2})日?(?!\d)"
    r"|(?<!\d)(?P<n_month>\d{1,2})\s?月(?:份|\s?(?P<n_day>\d{1,2})\s?日)?"
    rf"|\b(?P<day>\d{{1,2}})(?:(?:st|nd|rd|th)?\s+|\.\s*)(?:of\s+|de\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?:de\s+)?(?P<year>[12]\d{{3}})\b)?"
    rf"|\b(?P<us_month>{_DAY_LATER})\b\.?\s+(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.,]\d)(?:,?\s+(?P<us_year>[12]\d{{3}})\b)?"
    rf"|\b(?P<my_month>{_MONTH})\.?\s+(?P<my_year>[12]\d{{3}})\b"
    r"|(?<![\w./])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4}|\d\d)(?![\w/])"
    rf"|\b(?P<weekday>{'|'.join(WEEKDAYS)})\b"
    r"|(?<![\w:.])(?P<hour>0?[1-9]|1[0-2])(?::(?P<minute>\d\d)|[.](?P<dot_minute>\d\d)(?=\s?[ap]\.?m\b))?(?:\s?(?P<half>[ap])\.?m\b\.?)"
    r"|(?<![\w:.])(?P<clock>[01]?\d|2[0-4]):(?P<clock_minute>[0-5]\d)(?![:\d])"
    r"|(?<![\w:.])(?P<uhr>[01]?\d|2[0-4])(?:\.(?P<uhr_minute>[0-5]\d))?(?=\suhr\b)"
    rf"|(?<![^\W{SPACELESS}])(?<![.,$€£-])(?P<alone>(?:19|20)\d\d)(?:\s?年|(?![\w%]|[.,:]\d|[-–]\w|/\d\d(?!\d)))",
)


def moments(text: str) -> Iterator[Mention]:
    """Yield the dates and times of a text."""
    if not _HAS_DIGIT.search(text) and WEEKDAYS.keys().isdisjoint(bare_words(text)):
        return
    for match in _MOMENT.finditer(lowered(text)):
        value = _time(match) or _date(match)
        if value is not None:
            kind = FactKind.TIME if isinstance(value, Time) else FactKind.DATE
            yield Mention(kind, value, text[match.start() : match.end()], match.start(), match.end())


def _time(match: re.Match[str]) -> Time | None:
    if match["half"]:
        minute = int(match["minute"] or match["dot_minute"] or 0)
        return Time((int(match["hour"]) % 12 + 12 * (match["half"] == "p")) * 60 + minute)
    hour, minutes = match["clock"] or match["uhr"], match["clock_minute"] or match["uhr_minute"]
    return Time(int(hour) * 60 + int(minutes or 0)) if hour else None


def _date(match: re.Match[str]) -> Date | None:
    def number(*names: str) -> int | None:
        return next((int(match[name]) for name in names if match[name]), None)

    if match["weekday"]:
        return Date(weekday=WEEKDAYS[match["weekday"]])
    name = match["month"] or match["us_month"] or match["my_month"]
    month = MONTHS[name] if name else number("iso_month", "n_month", "m")
    day = number("iso_day", "n_day", "day", "us_day", "d")
    year = number("iso_year", "year", "us_year", "my_year", "y", "alone")
    if (month or 1) > 12 and match["m"]:
        month, day = day, month  # month first, as in the United States
    if not (1 <= (month or 1) <= 12 and 1 <= (day or 1) <= 31):
        return None
    return Date(year + 2000 if year is not None and year < 100 else year, month, day)
