"""The last lines of the printed table: what the policy of a check says of the report.

Failed: max-new: 3 of 20 fresh stories repeat another, 0 allowed
Warning: not counted: 1 excerpt
"""

from collections.abc import Iterator

from dedupe.model import Verdict
from dedupe.reports import cells
from dedupe.reports.diff_lines import tokens, wrapped

PASSED = "Passed"


def render(verdict: Verdict, width: int) -> list[str]:
    """Return each reason why a check did not pass, or a line that says that it did; then what was let pass."""
    return [part for line in lines(verdict) for part in wrapped(tokens(line), width, colour=False)]


def lines(verdict: Verdict) -> Iterator[str]:
    """Yield the lines, whatever their width."""
    for label, told in (("Not to be trusted", verdict.doubts), ("Failed", verdict.broken), ("Warning", verdict.warnings)):
        yield from (f"{label}: {cells.inert(reason)}" for reason in told)
    if verdict.passed:
        yield PASSED
