"""The moment a story was published, from whatever a dump gives as its date."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from dedupe.readers.datelines import find_date

_MAIL = re.compile(
    r"^(?:[A-Za-z]{3}, ?)?\d{1,2}[ -][A-Za-z]{3}[ -]\d{2,4} \d|^[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d\d:.* \d{4}$"
)
_SECONDS = (1e8, 1e11)  # 1973 to 5138: smaller numbers are years or counts
_COMPACT = (19000101, 20991231)  # 20260304 as a number


def parse_date(value: object) -> datetime | None:
    """Return the date with its time zone (none given: UTC), or None where there is none or it is ambiguous."""
    if isinstance(value, str):
        return _of_text(value.strip())
    if isinstance(value, datetime):
        return _aware(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_number(value)
    return None


def _of_text(text: str) -> datetime | None:
    if not text:
        return None
    try:
        return _aware(datetime.fromisoformat(text))
    except ValueError:
        pass
    if _MAIL.search(text) and text[-1] not in "mM":  # its parser does not know 3:45 pm
        try:
            return _aware(parsedate_to_datetime(text))
        except (ValueError, IndexError, TypeError, OverflowError):
            pass
    return find_date(text[:100])


def _of_number(value: float) -> datetime | None:
    if isinstance(value, int) and _COMPACT[0] <= value <= _COMPACT[1]:
        return _of_text(str(value))
    for unit in (1, 1e3, 1e6, 1e9):  # seconds, milli-, micro- and nanoseconds
        if _SECONDS[0] <= value / unit < _SECONDS[1]:
            return datetime.fromtimestamp(value / unit, UTC)
    return None


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
