"""What a run read, counted, as the summaries of all reports for people say it: 28 stories, or 3 fresh stories and 25 held."""

from collections.abc import Iterator

from dedupe.model import Report
from dedupe.reports import cells


def read(report: Report) -> Iterator[str]:
    """Yield how many stories were read; of a check, how many are fresh, how many held, and how many came that were held."""
    yield stories(report)
    if report.fresh is not None:
        yield f"{report.held:,} held"
        yield f"{report.already:,} held already"


def stories(report: Report) -> str:
    """Return how many stories were looked at, counted."""
    fresh = "" if report.fresh is None else "fresh "
    return cells.counted(report.read, f"{fresh}story", f"{fresh}stories")


def skipped(report: Report) -> str:
    """Return how many records could not be read, those of held stories beside the others."""
    held = f" and {len(report.skipped_held):,} of the held" if report.skipped_held else ""
    return f"{len(report.skipped):,}{held} skipped"
