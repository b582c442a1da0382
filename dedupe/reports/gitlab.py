"""A report as GitLab's code quality JSON, which a merge request shows: an object for each new finding.

[
{"description": "“Drone lost” repeats “Drone falls” (reworded, 78% alike): page.txt:12", "check_name": "dedupe/reworded",
 "fingerprint": "3b1f0c9d2e6a4f58a7c0d1e2f3a4b5c6", "severity": "minor", "location": {"path": "page.txt", "lines": {"begin": 80}}}
]
"""

from typing import Any

from dedupe.model import Relation, Report
from dedupe.reports import cells
from dedupe.reports.findings import Finding, findings
from dedupe.reports.json import line

MAJOR = (Relation.IDENTICAL, Relation.NEAR)


def render(report: Report) -> str:
    """Return an object for each finding that nobody has accepted; no two have the same fingerprint."""
    entries = [line(_entry(finding)) for finding in findings(report) if not finding.accepted]
    return "[\n" + ",\n".join(entries) + "\n]\n" if entries else "[]\n"


def _entry(finding: Finding) -> dict[str, Any]:
    where = f": {cells.inert(str(finding.other.origin))}" if finding.other else ""
    lines = {"begin": finding.origin.line, "end": finding.origin.last_line}
    return {
        "description": finding.message + where,
        "check_name": f"dedupe/{finding.rule}",
        "fingerprint": finding.fingerprint,
        "severity": ("major" if finding.rule in MAJOR else "minor") if finding.counts else "info",
        "location": {"path": finding.origin.path.removeprefix("./"), "lines": lines},
    }
