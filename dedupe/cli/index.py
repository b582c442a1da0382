"""`dedupe index`: a folder of held stories, which `dedupe check` checks fresh ones against."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dedupe.cli import deciding, machine, notes, options, shares
from dedupe.cli.output import STANDARD, write
from dedupe.cli.progress import Progress
from dedupe.cli.reading import no_story
from dedupe.errors import StaleIndexError
from dedupe.reports.cells import counted, inert

if TYPE_CHECKING:
    from dedupe.index import Event
    from dedupe.pipeline import Way

WAIT = 60.0  # seconds
FOLDER = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))


def waiting(command: Any) -> Any:
    """Let a command wait for another that writes to the same index."""
    help_text = "Seconds to wait for another process that writes to the index."
    return click.option("--wait", type=click.FloatRange(0), default=WAIT, show_default=True, metavar="SECONDS", help=help_text)(
        command
    )


def _judging(command: Any) -> Any:
    """Let a command change an index, and judge what it holds."""
    return waiting(options.quiet(options.decisions(machine.limits(FOLDER(command)))))


@click.group()
def index() -> None:
    """Keep stories, to check fresh ones against."""


@index.command()
@click.option("--no-text", is_flag=True, help="Keep no texts, but their words as numbers; titles are kept.")
@waiting
@options.quiet
@deciding.accepted
@options.decisions
@options.doubts
@machine.limits
@FOLDER
@options.inputs
def add(**given: Any) -> None:
    """Put the stories of dumps into the index, made if there is none.

    All of them or none: killed at any moment, the index holds what it held before. A story that it holds under its id with
    the same title and text is not added again; one with another text is named `id@path:line`.
    """
    from dedupe import pipeline
    from dedupe.index import Index

    inputs = pipeline.Opened(given["inputs"], options.fields_of(given), strict=given["strict"])
    notes.say_all(shares.doubts(given["folder"]))
    with Index.writing(given["folder"], given["wait"], new=True) as held, way(given) as how:
        if given["no_text"]:
            held.leave_texts()
        added = pipeline.add(held, inputs, how)
        if not added.stories and not added.already and not given["allow_empty"]:
            raise no_story(given)
        stories = len(held) + added.stories
    if not given["quiet"]:
        notes.note_skips(added.skipped)
        notes.note_repeated_ids(added.repeated)
    already = f", {added.already:,} held already" if added.already else ""
    write([f"{counted(added.stories, 'story', 'stories')} added{already}; {stories:,} held\n", *_told(added.events)], STANDARD)


@index.command()
@_judging
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def remove(**given: Any) -> None:
    """Take stories out of the index."""
    from dedupe import pipeline
    from dedupe.index import Index

    with Index.writing(given["folder"], given["wait"]) as held, way(given) as how:
        events = pipeline.remove(held, given["ids"], how)
        stories = len(held)
    write([f"{counted(len(set(given['ids'])), 'story', 'stories')} removed; {stories:,} held\n", *_told(events)], STANDARD)


@index.command()
@_judging
def compact(**given: Any) -> None:
    """Judge all stories anew, and put them into one segment."""
    from dedupe import pipeline
    from dedupe.index import Index

    with Index.writing(given["folder"], given["wait"]) as held, way(given) as how:
        stories, before = len(held), sum(segment.bytes for segment in held.segments)
        events = pipeline.compact(held, how)
    with Index.writing(given["folder"], given["wait"]) as held:  # which removes what no one reads any more
        after = sum(segment.bytes for segment in held.segments)
    write([f"{counted(stories, 'story', 'stories')}: {_size(before)} before, {_size(after)} now\n", *_told(events)], STANDARD)


@index.command()
@FOLDER
def info(folder: Path) -> None:
    """Tell what the index holds."""
    from dedupe.index import Index
    from dedupe.settings import Settings

    notes.say_all(shares.doubts(folder))
    with Index.reading(folder) as held:
        size, stories = sum(segment.bytes for segment in held.segments), len(held)
        each = f", {size // stories:,} bytes a story" if stories else ""
        changed = [f"{name} = {value}" for name, value in held.settings.items() if value != getattr(Settings(), name, None)]
        lines = [
            f"{counted(stories, 'story', 'stories')} in {counted(len(held.segments), 'segment')}, {_size(size)}{each}",
            counted(held.catalogue.clusters(), "cluster"),
            f"settings: {', '.join(changed) or 'the defaults'}",
            *(["no texts are kept"] if held.textless else []),
        ]
        write([f"{line}\n" for line in lines] + list(_told(held.catalogue.events())), STANDARD)


@index.command()
@FOLDER
def verify(folder: Path) -> None:
    """Read every byte, and say what is not as written."""
    from dedupe.index import verified

    wrong = verified(folder)
    if wrong:
        write([f"{inert(line)}\n" for line in wrong], STANDARD)
        raise StaleIndexError(f"{folder} is damaged; make it anew from the dumps, or from what `dedupe index export` still reads")
    write([f"{folder}: nothing is wrong\n"], STANDARD)


@index.command()
@options.output
@FOLDER
def export(**given: Any) -> None:
    """Write the stories as JSON Lines, each with its cluster."""
    from dedupe import pipeline
    from dedupe.index import Index

    with Index.reading(given["folder"]) as held:
        if held.textless:
            notes.say(f"{given['folder']} keeps no texts: the stories are written without")
        write(pipeline.exported(held), given["output"])


@contextmanager
def way(given: options.Given) -> "Iterator[Way]":
    """Yield how a run over an index is to be made."""
    from dedupe import pipeline

    settings, decisions = options.settings_of(given), deciding.decisions_of(given)
    with Progress(given["quiet"]) as progress:
        yield pipeline.Way(settings, decisions, machine.engine_of(given), progress)


def _told(events: "Sequence[Event]") -> Iterator[str]:
    """Yield a line for each thing that became of a cluster."""
    for kind, cluster, other in events:
        told = {"merged": f"merged into {other}", "split": f"split from {other}", "ended": "ended"}[kind]
        yield f"  cluster {inert(cluster)} {inert(told)}\n"


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"
