"""A report as JSON Lines: one cluster a line, as it stands in the JSON report.

{"id": "5f0c2a91", "canonical": "page.txt:12", "reason": "covers the others best", "members": [{"id": "page.txt:12", ...}]}
"""

from dedupe.model import Report
from dedupe.reports import contract
from dedupe.reports.json import line


def render(report: Report) -> str:
    """Return one line of JSON for each cluster, and no line where there is none."""
    return "".join(line(contract.cluster_of(report, cluster)) + "\n" for cluster in contract.shown(report))
