"""The records of a file -> its stories: which field holds what, found once for each shape of record."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from dedupe.errors import ReadError
from dedupe.model import Origin, Skip, Story
from dedupe.readers.dates import parse_date
from dedupe.readers.fields import Fields
from dedupe.readers.names import Columns, columns, named
from dedupe.readers.values import points_of, text_of, uncut

LONGEST = 1 << 23  # characters of a story: a longer one is a file that went wrong
_PATIENCE = 100  # records in which a field that the user named has to turn up
_SHAPES = 1000  # kept at once
_NEITHER = 'no "{}" or "{}"; each record needs one'
_KINDS = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "true or false", type(None): "null"}


class Records:
    """Makes stories of the records of one file, and watches that the fields which the user named are there."""

    def __init__(self, path: str, fields: Fields) -> None:
        self.path, self._fields = path, fields
        self._columns: dict[tuple[str, ...], Columns] = {}
        self._missing = set(named(fields).values())
        self._found: dict[str, None] = {}
        self._count = self._line = self._nth = 0

    def story(self, record: object, line: int, last_line: int = 0) -> Story | Skip:
        """Return the story that a record on these lines tells, or why it tells none."""
        origin = Origin(self.path, line, last_line or line)
        if not isinstance(record, dict):
            return Skip(origin, f"is {_KINDS.get(type(record), 'a value')}, not an object")
        if self._missing:
            self._watch(record)
        story = _story(record, self._of(tuple(record)), origin, self._fields)
        return story if isinstance(story, Skip) or story.id else replace(story, id=self._name(origin))

    def finish(self) -> None:
        """Raise ReadError if a field that the user named was in no record."""
        if self._missing and self._count:
            raise missing(self.path, sorted(self._missing)[0], list(self._found))

    def _name(self, origin: Origin) -> str:
        """Return what a story without an id is called: where it stands, and which one it is on its line."""
        self._nth = self._nth + 1 if origin.line == self._line else 1
        self._line = origin.line
        return f"{origin}#{self._nth}" if self._nth > 1 else str(origin)

    def _watch(self, record: Mapping[str, object]) -> None:
        held = self._of(tuple(record))
        self._missing -= {name for part, name in named(self._fields).items() if getattr(held, part)}
        self._found.update(dict.fromkeys(record))
        self._count += 1
        if self._count >= _PATIENCE:
            self.finish()

    def _of(self, names: tuple[str, ...]) -> Columns:
        found = self._columns.get(names)
        if found is None:
            if len(self._columns) >= _SHAPES:
                self._columns.clear()
            found = self._columns[names] = columns(names, self._fields)
        return found


def check(names: Sequence[str], path: str, fields: Fields) -> Columns:
    """Return which column of a table holds what. Raise ReadError where none holds the text, or one the user named is missing."""
    held = columns(names, fields)
    for part, name in named(fields).items():
        if not getattr(held, part):
            raise missing(path, name, names)
    if not held.text:
        raise ReadError(f"{path}: no column holds the text; found: {_listed(names)}; name one with --text-field")
    return held


def missing(path: str, name: str, found: Sequence[str]) -> ReadError:
    """Return the error for a file without a field that the user named."""
    return ReadError(f'{path}: no field "{name}"; found: {_listed(found)}')


def _listed(names: Sequence[str]) -> str:
    shown = [name if len(name) <= 40 else name[:39] + "…" for name in names[:20]]
    return ", ".join(shown) + (f" and {len(names) - 20} more" if len(names) > 20 else "")


def _story(record: Mapping[str, object], held: Columns, origin: Origin, fields: Fields) -> Story | Skip:
    title = " ".join(_first(record, held.title, " ").split())
    summary = _summary(record, held)
    body, truncated = uncut(_first(record, tuple(n for n in held.text if n not in held.summary) if summary else held.text))
    if not title and not body:
        return Skip(origin, _NEITHER.format(fields.title or "title", fields.text or "text"))
    if (length := len(title) + len(body)) > LONGEST:
        return Skip(origin, f"has {length:,} characters; no story is that long")
    return Story(
        _first(record, held.id, " "),
        title,
        body if "\r" not in body else body.replace("\r\n", "\n").replace("\r", "\n"),
        summary,
        _first(record, held.source, ", "),
        _first(record, held.url, " ").partition(" ")[0],
        next((moment for name in held.date if (moment := _moment(record[name]))), None),
        truncated or any(record[name] is True for name in held.truncated),
        origin,
    )


def _first(record: Mapping[str, object], names: tuple[str, ...], mark: str = "\n\n") -> str:
    for name in names:
        value = record[name]
        if text := value.strip() if type(value) is str else text_of(value, mark):
            return text
    return ""


def _summary(record: Mapping[str, object], held: Columns) -> tuple[str, ...]:
    """Return the bullets; a `summary` in one piece is none but, where there is nothing else, the text."""
    for name in held.summary:
        if isinstance(record[name], list) or name.casefold() != "summary":
            return points_of(record[name])
    return ()


def _moment(value: object) -> datetime | None:
    if isinstance(value, date) and not isinstance(value, datetime):
        return parse_date(value.isoformat())
    return parse_date(text_of(value) if isinstance(value, dict) else value)
