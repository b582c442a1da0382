"""The figures of a text: numbers, dates and times; and whether two agree."""

from bisect import bisect_left
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import product

from dedupe.diff.mention import Mention
from dedupe.diff.moments import Date, Time, moments
from dedupe.diff.quantities import Quantity, quantities


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[Mention, ...]:
    """Return the numbers, dates and times of a text, in order; digits of a date are no number."""
    found = [*moments(text)]
    for moment in found:
        text = text[: moment.start] + "\0" * (moment.end - moment.start) + text[moment.end :]
    return tuple(sorted([*found, *quantities(text)], key=lambda mention: mention.start))


def agree(left: Mention, right: Mention) -> bool:
    """Return whether both state the same, as far as they state it."""
    match left.value, right.value:
        case (Quantity() as x, Quantity() as y):
            return x.agrees(y)
        case (Date() as x, Date() as y):
            return x.is_comparable(y) and x.agrees(y)
        case (Time() as x, Time() as y):
            return x.agrees(y)
    return False


def differ(left: Mention, right: Mention) -> bool:
    """Return whether both state the same kind of thing and cannot both be true of one; a weekday says nothing of a year."""
    match left.value, right.value:
        case (Date() as x, Date() as y):
            return x.is_comparable(y) and not x.agrees(y)
    return left.kind is right.kind and not agree(left, right)


class Stated:
    """The figures that a whole story states, to ask whether it states one."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        values = {mention.value for mention in mentions}
        numbers = [value for value in values if isinstance(value, Quantity)]
        self._exact = sorted({q.low for q in numbers if q.low == q.high})
        self._vague = [q for q in numbers if q.low != q.high]
        self._dates = {value for value in values if isinstance(value, Date)}
        self._parts = {part for date in self._dates for part in _parts(date)}
        self._times = {value.minutes % 720 for value in values if isinstance(value, Time)}

    def __contains__(self, mention: Mention) -> bool:
        match mention.value:
            case Quantity(low, high):
                return self._has_between(low, high) or any(q.low <= high and low <= q.high for q in self._vague)
            case Date() as date:
                return date in self._parts or not self._dates.isdisjoint(_parts(date))
            case Time(minutes):
                return minutes % 720 in self._times
        return False

    def _has_between(self, low: Decimal, high: Decimal) -> bool:
        at = bisect_left(self._exact, low)
        return at < len(self._exact) and self._exact[at] <= high


def _parts(date: Date) -> list[Date]:
    """Return a date and all that is left of it when less is stated."""
    choices = product(*({value, None} for value in date))
    return [part for part in map(Date._make, choices) if any(value is not None for value in part)]
