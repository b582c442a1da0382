"""`read`, `read_all`, `chunks` and `explain`: from paths to stories, whatever the format; the rest: from what is here."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dedupe.errors import ReadError
from dedupe.model import Origin, Skip, Story
from dedupe.readers import jsonl
from dedupe.readers.fields import Fields
from dedupe.readers.folders import files
from dedupe.readers.formats import format_of, reader
from dedupe.readers.line_role import LineRole
from dedupe.readers.record import Records
from dedupe.readers.source import Source, opened
from dedupe.rows import Chunk, chunked, named_apart


def read(path: str | Path, fields: Fields = Fields()) -> Iterator[Story | Skip]:  # noqa: B008  frozen
    """Yield the stories of a file or of the files in a folder, "-" being standard input, and a Skip for what is none.

    Raise ReadError where a file cannot be read at all. Of a damaged one, what stands before the damage is read.
    """
    for chunk in _of_files(files(str(path)), fields):
        yield from chunk.records()


def read_all(paths: Iterable[str | Path], fields: Fields = Fields()) -> Iterator[Story | Skip]:  # noqa: B008  frozen
    """Yield what `read` yields of several paths; a story whose id was there before is named `id@path:line`."""
    for chunk in chunks(paths, fields):
        yield from chunk.records()


def chunks(
    paths: Iterable[str | Path],
    fields: Fields = Fields(),  # noqa: B008  frozen
    repeated: list[str] | None = None,
) -> Iterator[Chunk]:
    """Yield what `read_all` yields, as columns, no story made; `repeated` takes the ids given to those named anew."""
    return named_apart(_of_files([file for path in paths for file in files(str(path))], fields), repeated)


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
                yield from (_role(record) for chunk in _of_source(source, fields) for record in chunk.records())


def of_bytes(path: str, data: bytes, fields: Fields = Fields()) -> Iterator[Chunk]:  # noqa: B008  frozen
    """Yield what `chunks` yields of a file whose bytes these are; ids are as they were read."""
    with opened(path, data) as source:
        yield from _of_source(source, fields)


def of_lines(path: str, numbered: Iterable[tuple[int, bytes]], fields: Fields = Fields()) -> Iterator[Chunk]:  # noqa: B008
    """Yield what `chunks` yields of some lines of JSON Lines, whichever they are; ids are as they were read.

    Raise ReadError where the first line is not one of JSON Lines, and if they begin with the first and a field that the user
    named is in none of the first ones.
    """
    records = Records(path, fields)
    return records.chunks_of_some(jsonl.items_of(path, _checked(records, numbered, fields)))


def in_lines(path: str, head: bytes, fields: Fields = Fields()) -> bool:  # noqa: B008  frozen
    """Whether a file that begins so is read line by line as its bytes stand, so that any of its lines may be read alone."""
    try:
        return _are_lines(path, head, fields)
    except ReadError:
        return False


def _are_lines(path: str, head: bytes, fields: Fields) -> bool:
    with opened(path, head) as source:
        return len(set(source.layers)) == 1 and format_of(source, fields) == "jsonl"


def _checked(records: Records, numbered: Iterable[tuple[int, bytes]], fields: Fields) -> Iterator[tuple[int, bytes]]:
    """Yield the lines; where they are not those from the first on, the records are trusted."""
    for expected, (number, line) in enumerate(numbered, 1):
        if number != expected:
            records.trust()
        if number == 1 and _is_other(records.path, line, fields):
            raise ReadError(f"{records.path}: is not JSON Lines; rename it after what it is")
        yield number, line


def _is_other(path: str, line: bytes, fields: Fields) -> bool:
    """Whether the first line of a file shows that it is not JSON Lines; one that is no text says nothing of the others."""
    try:
        return not _are_lines(path, line, fields)
    except ReadError:
        return False


def _of_files(paths: Iterable[str], fields: Fields) -> Iterator[Chunk]:
    for path in paths:
        with opened(path) as source:
            yield from _of_source(source, fields)


def _of_source(source: Source, fields: Fields) -> Iterator[Chunk]:
    last = 0
    for chunk in _chunks(source, fields) if source.head else ():
        last = max([last, *chunk.last_line[-1:], *(skip.origin.last_line for _, skip in chunk.skips[-1:])])
        yield chunk
    if source.damage and not last:
        raise ReadError(f"{source.path}: {source.damage}; nothing could be read")
    if source.damage:
        broken = Skip(Origin(source.path, last + 1, last + 1), f"{source.damage}; the rest of the file is lost")
        yield Chunk(skips=[(0, broken)])


def _chunks(source: Source, fields: Fields) -> Iterator[Chunk]:
    """Return the stories that a format's reader finds: in a page, or in the records of other files."""
    module = reader(source, fields)
    if hasattr(module, "items"):
        return Records(source.path, fields).chunks(module.items(source, fields))
    return chunked(module.read(source, fields))


def _role(record: Story | Skip) -> LineRole:
    origin = record.origin
    if isinstance(record, Skip):
        return LineRole(origin.path, origin.line, "skipped", "", record.reason)
    return LineRole(origin.path, origin.line, "story", record.id, record.title or record.body.partition("\n")[0])
