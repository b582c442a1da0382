"""`scan`: stories in, a report out."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dedupe.accepted import NOTHING, Settled
from dedupe.candidates import bands, found
from dedupe.model import Origin, Recall, Report, Skip, Story
from dedupe.pipeline.assemble import assemble
from dedupe.pipeline.audit import audit
from dedupe.pipeline.corpus import READ, Corpus
from dedupe.pipeline.find import find
from dedupe.settings import Settings

if TYPE_CHECKING:
    from dedupe.engines import Engine
    from dedupe.engines.checkpoint import Checkpoint
    from dedupe.readers import Fields

Progress = Callable[[str, int, int], None]


def scan(
    inputs: Iterable[Story | Skip | str] | str,
    settings: Settings = Settings(),  # noqa: B008  frozen: one default serves all calls
    *,
    fields: "Fields | None" = None,
    progress: Progress | None = None,
    engine: "Engine | None" = None,
) -> Report:
    """Return what is told more than once in stories, or in the files and folders named.

    inputs    stories, or paths (one alone, too); a Skip among the stories is kept for the report
    fields    the names of columns, and the format, where they are not to be guessed
    progress  called with (stage, done, total) as the run goes on; total is 0 where it is not known
    """
    return scan_decided(opened(inputs, fields), settings, progress=progress, engine=engine)


def scan_decided(
    stories: Iterable[Story | Skip],
    settings: Settings,
    decisions: Settled = NOTHING,
    *,
    progress: Progress | None = None,
    engine: "Engine | None" = None,
) -> Report:
    """Return what is told more than once in stories, joined, parted and quieted as people decided."""
    from dedupe.engines.local import Local

    told = progress or (lambda *_: None)
    skipped: list[Skip] = []
    repeated: list[str] = []
    engine = engine or Local()
    corpus = Corpus(_counted(stories, repeated, told), settings, engine, skipped.append, decisions)
    if engine.checkpoint:
        skipped, repeated = _read_before(engine.checkpoint, skipped, repeated)
    count, rows = bands(settings)
    recall = Recall(settings.near, found(settings.near, count, rows), count, rows)
    if corpus.size == 0:
        return Report(settings, 0, tuple(skipped), (), (), (), recall)
    matched = find(corpus, told)
    report = assemble(corpus, matched, tuple(skipped), recall)
    return replace(report, repeated_ids=len(repeated), audit=audit(corpus, matched, told))


def opened(inputs: Any, fields: "Fields | None") -> Iterable[Story | Skip]:
    """Yield the records of inputs, opened when the first one is asked for."""
    yield from records(inputs, fields)


def _read_before(checkpoint: "Checkpoint", skipped: list[Skip], repeated: list[str]) -> tuple[list[Skip], list[str]]:
    """Return what was skipped and which ids were repeated when the inputs were read, now or in the run that is gone on with."""
    told = [[skip.origin.path, skip.origin.line, skip.origin.last_line, skip.reason] for skip in skipped]
    kept, names = checkpoint.value(READ, lambda: [told, repeated])
    return [Skip(Origin(path, line, last), reason) for path, line, last, reason in kept], names


def records(inputs: Iterable[Story | Skip | str] | str, fields: "Fields | None") -> Iterable[Story | Skip]:
    """Return the stories and skips of inputs: as they are, or read from paths."""
    from itertools import chain
    from pathlib import Path

    if isinstance(inputs, str | Path):
        inputs = [str(inputs)]
    given = iter(inputs)
    first = next(given, None)
    if first is None:
        return iter(())
    if isinstance(first, Story | Skip):
        return unique(chain([first], given))  # type: ignore[arg-type]
    from dedupe.readers import Fields, read_all

    return read_all([str(path) for path in chain([first], given)], fields or Fields())


def unique(stories: Iterable[Story | Skip]) -> Iterable[Story | Skip]:
    """Yield stories whose ids differ: a later one of the same id is named `id@path:line`, as the readers do."""
    seen: set[str] = set()
    for story in stories:
        if isinstance(story, Skip):
            yield story
            continue
        name, again = story.id, 1
        while name in seen:
            name = f"{story.id}@{story.origin}" + (f"#{again}" if again > 1 else "")
            again += 1
        seen.add(name)
        yield story if name == story.id else replace(story, id=name)


def _counted(stories: Iterable[Any], repeated: list[str], progress: Progress) -> Iterable[Any]:
    for number, story in enumerate(stories, 1):
        if number % 1000 == 0:
            progress("reading", number, 0)
        if isinstance(story, Story) and f"@{story.origin}" in story.id:
            repeated.append(story.id)
        yield story
