"""`scan`: stories in, a report out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from dedupe import rows
from dedupe.accepted import NOTHING, Settled
from dedupe.candidates import stated
from dedupe.engines import at_home
from dedupe.errors import DedupeError, ReadError
from dedupe.model import Origin, Report, Skip, Story
from dedupe.pipeline.assemble import assemble
from dedupe.pipeline.audit import audit
from dedupe.pipeline.corpus import READ, Corpus
from dedupe.pipeline.find import Found, find
from dedupe.pipeline.health import looked_after
from dedupe.pipeline.tallies import tallies
from dedupe.rows import Chunk, chunked, named_apart
from dedupe.settings import Settings

if TYPE_CHECKING:
    from dedupe.engines import Engine
    from dedupe.engines.checkpoint import Checkpoint
    from dedupe.engines.tables import Tables
    from dedupe.pipeline.keyed.read import Read
    from dedupe.pipeline.keyed.scan import Searched
    from dedupe.readers import Fields

Progress = Callable[[str, int, int], None]
Way = Callable[..., Report]


def scan(
    inputs: Iterable[Story | Skip | str] | str,
    settings: Settings = Settings(),  # noqa: B008  frozen: one default serves all calls
    *,
    fields: "Fields | None" = None,
    progress: Progress | None = None,
    engine: "Engine | Tables | None" = None,
) -> Report:
    """Return what is told more than once in stories, or in the files and folders named.

    inputs    stories, or paths (one alone, too), or a data frame; a Skip among the stories is kept for the report
    fields    the names of columns, and the format, where they are not to be guessed
    progress  called with (stage, done, total) as the run goes on; total is 0 where it is not known
    """
    return scan_decided(Opened(inputs, fields), settings, progress=progress, engine=engine or at_home(inputs))


class Opened:
    """The chunks of inputs, opened when the first one is asked for; `repeated` holds the ids given to stories named anew.

    strict  the first record that cannot be read is a ReadError
    """

    def __init__(self, inputs: Any, fields: "Fields | None" = None, *, strict: bool = False) -> None:
        self._inputs, self._fields, self._strict = inputs, fields, strict
        self.repeated: list[str] = []
        self.fresh: set[str] | None = None

    def __iter__(self) -> Iterator[Chunk]:
        for chunk in self._chunks():
            for _, skip in chunk.skips if self._strict else ():
                raise ReadError(f"{skip.origin}: {skip.reason}")
            yield chunk

    def read(self, tables: "Tables") -> "Read":
        """Return the inputs read into tables."""
        from dedupe.pipeline.keyed.read import read_any
        from dedupe.readers import Fields

        given = [self._inputs] if isinstance(self._inputs, str | Path) else self._inputs
        return read_any(tables, given, self._fields or Fields(), strict=self._strict)

    def _chunks(self) -> Iterator[Chunk]:
        given: Iterator[Any] = iter([self._inputs] if isinstance(self._inputs, str | Path) else self._inputs)
        first = next(given, None)
        if first is None:
            return iter(())
        if isinstance(first, Story | Skip):
            return named_apart(chunked(chain([first], given)), self.repeated)
        from dedupe.readers import Fields, chunks

        return chunks([str(path) for path in chain([first], given)], self._fields or Fields(), self.repeated)


class Source(Protocol):
    """Chunks that are read once; then `repeated` holds the ids given to stories named anew, `fresh` those to be looked at.

    Where `fresh` is None, all are.
    """

    repeated: list[str]

    @property
    def fresh(self) -> set[str] | None:
        """The ids of the stories that are to be looked at."""

    def __iter__(self) -> Iterator[Chunk]:
        """Yield the chunks."""


def scan_decided(
    inputs: Opened,
    settings: Settings,
    decisions: Settled = NOTHING,
    *,
    progress: Progress | None = None,
    engine: "Engine | Tables | None" = None,
) -> Report:
    """Return what is told more than once in the inputs, joined, parted and quieted as people decided."""
    from dedupe.engines.local import Local

    ways: tuple[Way, Way] = (scan_by_node, _by_key)
    engine = engine or Local()
    return engine.pick(*ways)(inputs, settings, decisions, progress=progress, engine=engine)


def _by_key(inputs: Opened, settings: Settings, decisions: Settled, *, progress: Progress | None, engine: "Tables") -> Report:
    return _searched(inputs, settings, decisions, progress=progress, engine=engine).report()


def search(
    inputs: Opened,
    settings: Settings,
    decisions: Settled = NOTHING,
    *,
    progress: Progress | None = None,
    engine: "Engine | Tables",
) -> "Searched":
    """Return what is found in the inputs, to be told in numbers or written into a folder, a row a story.

    Raise DedupeError for an engine that has no tables.
    """
    found: Searched = engine.pick(_refused, _searched)(inputs, settings, decisions, progress=progress, engine=engine)
    return found


def _searched(inputs: Opened, settings: Settings, decisions: Settled, *, progress: Progress | None, engine: Any) -> "Searched":
    from dedupe.pipeline.keyed.scan import Searched

    return Searched(engine, partial(inputs.read, engine), settings, decisions, progress or (lambda *_: None))


def _refused(*_: Any, **__: Any) -> "Searched":
    raise DedupeError("a folder of stories is written from tables; give --engine spark, or a file for the report")


def scan_by_node(
    inputs: Source,
    settings: Settings,
    decisions: Settled = NOTHING,
    *,
    progress: Progress | None = None,
    engine: "Engine | None" = None,
) -> Report:
    """Return what `scan_decided` returns, found in this process."""
    from dedupe.engines.local import Local

    told = progress or (lambda *_: None)
    skipped: list[Skip] = []
    engine = engine or Local()
    batches = rows.batches(counted(inputs, told), skipped.append)
    corpus, repeated = Corpus(batches, settings, engine, decisions), inputs.repeated
    if engine.checkpoint:
        skipped, repeated = _read_before(engine.checkpoint, skipped, repeated)
    return reported(run(corpus, told), skipped, len(repeated), told, inputs.fresh)


class Ran(NamedTuple):
    """The stories of a run, and what was found among them; None where there is no story."""

    corpus: Corpus
    found: Found | None


def run(corpus: Corpus, progress: Progress) -> Ran:
    """Return what is found in a corpus."""
    return Ran(corpus, find(corpus, progress) if corpus.size else None)


def reported(ran: Ran, skipped: list[Skip], repeated: int, progress: Progress, fresh: set[str] | None) -> Report:
    """Return the report of a run; `repeated` stories had an id that was taken, and those of the ids `fresh` were looked at."""
    settings = ran.corpus.settings
    recall = stated(settings)
    if ran.found is None:
        return Report(settings, 0, tuple(skipped), (), (), (), recall)
    report = assemble(ran.corpus, ran.found, tuple(skipped), recall)
    read = tallies(ran.corpus, fresh)
    report = replace(
        report,
        repeated_ids=repeated,
        audit=audit(ran.corpus, ran.found, progress),
        sources=read.fresh,
        held_sources=read.held,
    )
    return looked_after(report) if fresh is None else report


def _read_before(checkpoint: "Checkpoint", skipped: list[Skip], repeated: list[str]) -> tuple[list[Skip], list[str]]:
    """Return what was skipped and which ids were repeated when the inputs were read, now or in the run that is gone on with."""
    told = [[skip.origin.path, skip.origin.line, skip.origin.last_line, skip.reason] for skip in skipped]
    kept, names = checkpoint.value(READ, lambda: [told, repeated])
    return [Skip(Origin(path, line, last), reason) for path, line, last, reason in kept], names


def counted(chunks: Iterable[Chunk], progress: Progress) -> Iterator[Chunk]:
    """Yield the chunks, and tell how many stories were read."""
    done = 0
    for chunk in chunks:
        done += len(chunk)
        progress("reading", done, 0)
        yield chunk
