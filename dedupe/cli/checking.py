"""What is said on standard error of a check beside its report."""

from dedupe.cli.notes import say
from dedupe.model import Report
from dedupe.reports.cells import counted


def note_held(report: Report) -> None:
    """Say how many of the stories that came were held already, and what of the held ones could not be read."""
    if report.already:
        say(f"{counted(report.already, 'story', 'stories')} held already, with this id and this text; not looked at again")
    if report.skipped_held:
        first = report.skipped_held[0]
        say(f"{counted(len(report.skipped_held), 'held record')} skipped; the first: {first.origin}: {first.reason}")
