"""The records of a file -> its stories, many at once, and a skip for each that tells none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from dedupe.errors import ReadError
from dedupe.model import Origin, Skip, Story
from dedupe.readers.fields import Fields
from dedupe.readers.names import Columns, columns, named
from dedupe.readers.parts import parts
from dedupe.rows import SIZE, Chunk

LONGEST = 1 << 23  # characters of a story: a longer one is a file that went wrong
_PATIENCE = 100  # records in which a field that the user named has to turn up
_KNOWN = 1000  # sets of fields kept at once
_NEITHER = 'no "{}" or "{}"; each record needs one'
_KINDS = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "true or false", type(None): "null"}

Item = tuple[object, int, int]  # a record, its first line and its last


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
        return next(self.chunk([(record, line, last_line or line)]).records())

    def chunks(self, items: Iterable[Item | Skip]) -> Iterator[Chunk]:
        """Yield all records as stories and skips. Raise ReadError if a field that the user named is in none."""
        yield from self.chunks_of_some(items)
        self.finish()

    def chunks_of_some(self, items: Iterable[Item | Skip]) -> Iterator[Chunk]:
        """Yield records as stories and skips. Raise ReadError if a field that the user named is in none of the first ones."""
        every = iter(items)
        while some := list(islice(every, SIZE)):
            yield self.chunk(some)

    def chunk(self, items: Sequence[Item | Skip]) -> Chunk:
        """Return the stories that records tell, and a skip for each that tells none."""
        told = [item for item in items if not isinstance(item, Skip) and isinstance(item[0], dict)]
        records: list[Mapping[str, object]] = [item[0] for item in told]  # type: ignore[misc]
        if self._missing:
            self._watch(records)
        made = parts(records, self._of(records))
        made.path, made.line, made.last_line = [self.path] * len(told), [item[1] for item in told], [item[2] for item in told]
        faults = dict(self._faults(made))
        if faults or len(told) < len(items):
            made = self._without(items, made, faults)
        if not all(made.id):
            made.id = [name or self._name(line) for name, line in zip(made.id, made.line, strict=True)]
        return made

    def trust(self) -> None:
        """No longer watch for the fields: the first records of the file may be elsewhere."""
        self._missing.clear()

    def finish(self) -> None:
        """Raise ReadError if a field that the user named was in no record."""
        if self._missing and self._count:
            raise missing(self.path, sorted(self._missing)[0], list(self._found))

    def _faults(self, made: Chunk) -> Iterator[tuple[int, str]]:
        """Yield the places of the records that tell no story, and why."""
        for at, (title, body) in enumerate(zip(made.title, made.body, strict=True)):
            length = len(title) + len(body)
            if not length:
                yield at, _NEITHER.format(self._fields.title or "title", self._fields.text or "text")
            elif length > LONGEST:
                yield at, f"has {length:,} characters; no story is that long"

    def _without(self, items: Sequence[Item | Skip], made: Chunk, faults: Mapping[int, str]) -> Chunk:
        """Return all items, the stories made of those that tell one."""
        found, at = Chunk(), 0
        for item in items:
            if isinstance(item, Skip):
                found.append(item)
                continue
            record, line, last_line = item
            is_record = isinstance(record, dict)
            fault = faults.get(at) if is_record else f"is {_KINDS.get(type(record), 'a value')}, not an object"
            found.append(Skip(Origin(self.path, line, last_line), fault) if fault else made.story(at))
            at += is_record
        return found

    def _name(self, line: int) -> str:
        """Return what a story without an id is called: where it stands, and which one it is on its line."""
        self._nth = self._nth + 1 if line == self._line else 1
        self._line = line
        return f"{self.path}:{line}#{self._nth}" if self._nth > 1 else f"{self.path}:{line}"

    def _watch(self, records: Iterable[Mapping[str, object]]) -> None:
        for record in records:
            held = self._of([record])
            self._missing -= {name for part, name in named(self._fields).items() if getattr(held, part)}
            self._found.update(dict.fromkeys(record))
            self._count += 1
            if self._count >= _PATIENCE:
                self.finish()

    def _of(self, records: Sequence[Mapping[str, object]]) -> Columns:
        """Return which fields of records hold what, those of all records together."""
        shapes = dict.fromkeys(map(tuple, records))
        names = next(iter(shapes)) if len(shapes) == 1 else tuple(dict.fromkeys(name for shape in shapes for name in shape))
        found = self._columns.get(names)
        if found is None:
            if len(self._columns) >= _KNOWN:
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
