"""`read`, `read_all` and `explain`: from paths to stories, whatever the format."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from dedupe.errors import ReadError
from dedupe.model import Origin, Skip, Story
from dedupe.readers.fields import Fields
from dedupe.readers.folders import files
from dedupe.readers.formats import reader
from dedupe.readers.line_role import LineRole
from dedupe.readers.source import Source, opened


def read(path: str | Path, fields: Fields = Fields()) -> Iterator[Story | Skip]:  # noqa: B008  frozen
    """Yield the stories of a file or of the files in a folder, "-" being standard input, and a Skip for what is none.

    Raise ReadError where a file cannot be read at all. Of a damaged one, what stands before the damage is read.
    """
    for file in files(str(path)):
        with opened(file) as source:
            yield from _read(source, fields)


def read_all(paths: Iterable[str | Path], fields: Fields = Fields()) -> Iterator[Story | Skip]:  # noqa: B008  frozen
    """Yield what `read` yields of several paths; a story whose id was there before is named `id@path:line`."""
    seen: set[str] = set()
    for file in [file for path in paths for file in files(str(path))]:
        for record in read(file, fields):
            if isinstance(record, Skip):
                yield record
            else:
                name = _unseen(record, seen)
                seen.add(name)
                yield record if name == record.id else replace(record, id=name)


def explain(path: str | Path, fields: Fields = Fields()) -> Iterator[LineRole]:  # noqa: B008  frozen
    """Yield how each line of a page was read; of other files, the first line of each record."""
    for file in files(str(path)):
        with opened(file) as source:
            if not source.head:
                continue
            module = reader(source, fields)
            if hasattr(module, "explain"):
                yield from module.explain(source)
            else:
                yield from map(_role, _read(source, fields))


def _read(source: Source, fields: Fields) -> Iterator[Story | Skip]:
    last = 0
    if source.head:
        for record in reader(source, fields).read(source, fields):
            last = record.origin.last_line
            yield record
    if source.damage and not last:
        raise ReadError(f"{source.path}: {source.damage}; nothing could be read")
    if source.damage:
        yield Skip(Origin(source.path, last + 1, last + 1), f"{source.damage}; the rest of the file is lost")


def _role(record: Story | Skip) -> LineRole:
    origin = record.origin
    if isinstance(record, Skip):
        return LineRole(origin.path, origin.line, "skipped", "", record.reason)
    return LineRole(origin.path, origin.line, "story", record.id, record.title or record.body.partition("\n")[0])


def _unseen(story: Story, seen: set[str]) -> str:
    name, again = story.id, 1
    while name in seen:
        name = f"{story.id}@{story.origin}" + (f"#{again}" if again > 1 else "")
        again += 1
    return name
