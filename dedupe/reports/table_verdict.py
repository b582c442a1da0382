"""The last lines of the printed table: what the policy of a check says of the report.

Failed: max-new: 3 of 20 fresh stories repeat another, 0 allowed
Warning: not counted: 1 excerpt
"""

from collections.abc import Iterator

from dedupe.model import Verdict
from dedupe.reports import cells

PASSED = "Passed"


def render(verdict: Verdict, width: int) -> list[str]:
    """Return a line for each reason why a check did not pass, or one that says that it did; then what was let pass."""
    return [cells.cut(line, width) for line in lines(verdict)]


def lines(verdict: Verdict) -> Iterator[str]:
    """Yield the lines, whatever their width."""
    for label, told in (("Not to be trusted", verdict.doubts), ("Failed", verdict.broken), ("Warning", verdict.warnings)):
        yield from (f"{label}: {cells.inert(reason)}" for reason in told)
    if verdict.passed:
        yield PASSED
