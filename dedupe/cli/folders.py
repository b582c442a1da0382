"""Folders that take every story with its cluster, in place of a report in one piece."""

import time
from typing import TYPE_CHECKING

from dedupe.cli import engines, notes, options, targets
from dedupe.cli.output import STANDARD, write
from dedupe.cli.pages import write_report
from dedupe.cli.progress import Progress
from dedupe.cli.reading import no_story
from dedupe.reports.summary import render

if TYPE_CHECKING:
    from dedupe.model import Summary


def fill(given: options.Given) -> "Summary":
    """Write the stories into the folders that are named, and reports into the files; print what was found in numbers.

    Raise DedupeError where one of the folders is there already, or ReadError where no story was read, unless that is allowed.
    """
    from dedupe import pipeline

    start = time.perf_counter()
    with Progress(given["quiet"]) as progress:
        found = engines.run(given, pipeline.search, progress)
        for _, folder in targets.folders_of(given):
            found.refuse(folder)
        summary = found.summary()
        for style, folder in targets.folders_of(given):
            found.write(folder, style)
        files = [(style, path) for style, path in targets.targets_of(given) if path != STANDARD]
        reports = [found.report()] if files else []
    if not given["quiet"]:
        notes.note_repeated_ids(summary.repeated)
    if not (summary.read or given["allow_empty"]):
        raise no_story(given)
    for style, path in files:
        write_report(reports[0], style, path, given)
    write([render(summary, time.perf_counter() - start)], STANDARD)
    return summary
