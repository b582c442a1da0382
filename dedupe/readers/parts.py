"""The parts of stories, a list a part, from the fields of records that hold them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from dedupe.readers.dates import parse_date
from dedupe.readers.names import Columns
from dedupe.readers.values import points_of, text_of, uncut
from dedupe.rows import Chunk

Record = Mapping[str, object]


def parts(records: Sequence[Record], held: Columns) -> Chunk:
    """Return what records tell: the columns of their stories, but for where they stand."""
    summaries = _summaries(records, held)
    bodies, cut = _bodies(records, held, summaries)
    return Chunk(
        id=_texts(records, held.id, " "),
        title=[" ".join(title.split()) for title in _texts(records, held.title, " ")],
        body=bodies,
        summary=summaries,
        source=_texts(records, held.source, ", "),
        url=[url.partition(" ")[0] for url in _texts(records, held.url, " ")],
        published=_moments(records, held.date),
        truncated=[c or any(record.get(name) is True for name in held.truncated) for c, record in zip(cut, records, strict=True)]
        if held.truncated
        else cut,
    )


def _texts(records: Sequence[Record], names: Sequence[str], mark: str) -> list[str]:
    """Return of each record the first of these fields that holds a text, "" where none does."""
    found = [""] * len(records)
    for place, name in enumerate(names):
        values = [record.get(name) for record in records]
        texts = [value.strip() if type(value) is str else text_of(value, mark) for value in values]
        found = [before or text for before, text in zip(found, texts, strict=True)] if place else texts
        if all(found):
            break
    return found


def _bodies(records: Sequence[Record], held: Columns, summaries: Sequence[tuple[str, ...]]) -> tuple[list[str], list[bool]]:
    """Return the texts of records, and whether they were cut; bullets are no text."""
    texts = _texts(records, held.text, "\n\n")
    if any(summaries) and (rest := tuple(name for name in held.text if name not in held.summary)) != held.text:
        others = _texts(records, rest, "\n\n")
        texts = [other if points else text for text, other, points in zip(texts, others, summaries, strict=True)]
    told = [uncut(text) for text in texts]
    return [text if "\r" not in text else text.replace("\r\n", "\n").replace("\r", "\n") for text, _ in told], [
        c for _, c in told
    ]


def _summaries(records: Sequence[Record], held: Columns) -> list[tuple[str, ...]]:
    """Return the bullets; a `summary` in one piece is none but, where there is nothing else, the text."""
    if not held.summary:
        return [()] * len(records)
    return [_summary(record, [name for name in held.summary if name in record]) for record in records]


def _summary(record: Record, names: Sequence[str]) -> tuple[str, ...]:
    for name in names:
        if isinstance(record[name], list) or name.casefold() != "summary":
            return points_of(record[name])
    return ()


def _moments(records: Sequence[Record], names: Sequence[str]) -> list[datetime | None]:
    """Return of each record the first of these fields that holds a date."""
    found: list[datetime | None] = [None] * len(records)
    for name in names:
        read = [_moment(record.get(name)) for record in records]
        found = [before or moment for before, moment in zip(found, read, strict=True)]
        if None not in found:
            break
    return found


def _moment(value: object) -> datetime | None:
    if type(value) is str or value is None:
        return parse_date(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return parse_date(value.isoformat())
    return parse_date(text_of(value) if isinstance(value, dict) else value)
