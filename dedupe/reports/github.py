"""A report as workflow commands, which GitHub shows beside the lines of a change: the worst findings, and what is not shown.

::warning file=stories.jsonl,line=80,title=reworded::“Drone lost” repeats “Drone falls” (reworded, 78% alike): stories.jsonl:12
::notice title=dedupe::28 stories, 12 new repeats, 3 quieted as known; 2 findings are not shown here
"""

from collections.abc import Iterator
from dataclasses import replace

from dedupe.model import Report
from dedupe.reports import cells, table_clusters, table_read, table_verdict
from dedupe.reports.findings import Finding, findings, new

SHOWN = 10  # GitHub drops what a step annotates beyond ten of a kind
STANDARD = "-"  # the path of standard input, in which nobody can look


def render(report: Report) -> str:
    """Return a warning for each of the ten worst findings, a notice for one that does not count, and a closing one."""
    found = new(findings(report))
    lines = [*map(_annotation, found[:SHOWN]), *_verdict(report)]
    lines.append(f"::notice title=dedupe::{_data(', '.join(_closing(report, found)))}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    place = {}
    if finding.origin.path != STANDARD:
        place = {"file": finding.origin.path, "line": str(finding.origin.line), "endLine": str(finding.origin.last_line)}
    properties = ",".join(f"{name}={_property(value)}" for name, value in {**place, "title": f"dedupe {finding.rule}"}.items())
    where = f": {cells.inert(str(finding.other.origin))}" if finding.other else ""
    return f"::{'warning' if finding.counts else 'notice'} {properties}::{_data(finding.message + where)}"


def _verdict(report: Report) -> Iterator[str]:
    """Yield an error for each reason why a check did not pass."""
    if report.verdict and not report.verdict.passed:
        reasons = replace(report.verdict, warnings=())
        yield from (f"::error title=dedupe::{_data(line)}" for line in table_verdict.lines(reasons))


def _closing(report: Report, found: list[Finding]) -> Iterator[str]:
    yield from table_read.read(report)
    yield cells.counted(sum(finding.other is not None for finding in found), "new repeat")
    if report.accepted:
        yield table_clusters.quieted(report)
    yield table_read.skipped(report)
    if len(found) > SHOWN:
        yield f"and {cells.counted(len(found) - SHOWN, 'finding')} more, which a json or sarif report lists"


def _data(text: str) -> str:
    """Return the text as the message of a command, on one line and unable to begin another."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return the text as the value of a property of a command."""
    return _data(cells.inert(text)).replace(":", "%3A").replace(",", "%2C")
