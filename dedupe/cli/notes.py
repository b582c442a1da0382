"""What is said on standard error beside the report: notes, warnings and errors, a line each."""

import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, distribution

from dedupe.model import Accepted, Skip
from dedupe.reports.cells import counted, inert

SHOWN = 5  # reasons for skipped records


def say(text: str) -> None:
    """Write one line on standard error, in the tool's name."""
    sys.stderr.write(f"dedupe: {inert(text)}\n")


def say_all(lines: Iterable[str]) -> None:
    """Write some lines on standard error."""
    for line in lines:
        say(line)


def note_skips(skipped: Sequence[Skip]) -> None:
    """Say how many records could not be read, and why the first ones could not."""
    if not skipped:
        return
    say(f"{counted(len(skipped), 'record')} skipped:")
    for skip in skipped[:SHOWN]:
        sys.stderr.write(f"  {inert(str(skip.origin))}: {inert(skip.reason)}\n")
    if len(skipped) > SHOWN:
        sys.stderr.write(f"  and {len(skipped) - SHOWN:,} more; a JSON report lists them all\n")


def note_repeated_ids(number: int) -> None:
    """Say how many stories came under an id that was taken."""
    if number:
        say(f"{counted(number, 'story', 'stories')} with a repeated id; each later one is named id@path:line")


def note_accepted(accepted: Accepted | None) -> None:
    """Say how many stories are quiet since their pairs are accepted, and which lines are not followed."""
    if not accepted:
        return
    gone = f"; the stories of {len(accepted.gone):,} are gone" if accepted.gone else ""
    say(
        f"{counted(len(accepted.quiet), 'story', 'stories')} quieted as known by {counted(accepted.lines, 'accepted line')}{gone}"
    )
    for skip in accepted.findings:
        sys.stderr.write(f"  {inert(str(skip.origin))}: {inert(skip.reason)}\n")


def warn_of_namesake() -> None:
    """Say so where PyPI's `dedupe`, another tool, is installed into the same folder."""
    try:
        namesake = distribution("dedupe")
    except PackageNotFoundError:
        return
    say(f"warning: PyPI's dedupe {namesake.version} shares this environment and the package name; install news-dedupe alone")
