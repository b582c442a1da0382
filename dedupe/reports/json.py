r"""A report as one JSON object: the contract that `dedupe schema` describes.

A cluster, a match, a skip and a piece of furniture take one line each, so that two reports can be compared line by line:

    {
    "schema": 1,
    "tool": {"name": "news-dedupe", "version": "0.1.0"},
    "settings": {"shingle_size": 3, ..., "find_related": true},
    "read": 28,
    "skipped": [
    {"path": "stories.jsonl", "line": 17, "reason": "no \"title\" or \"text\"; each line needs one"}
    ],
    "candidate_recall": {"threshold": 0.5, "expected": 0.9964, "bands": 42, "rows": 3},
    "clusters": [
    {"id": "5f0c2a91", "canonical": "page.txt:12", "reason": "covers the others best", "members": [{"id": "page.txt:12", ...}]}
    ],
    "matches": [
    {"left": "page.txt:12", "right": "page.txt:80", "relation": "reworded", "jaccard": 0.24, ..., "run": 9}
    ],
    "related": [],
    "furniture": [
    {"text": "Subscribe to continue reading.", "stories": ["page.txt:300", "page.txt:310", "page.txt:320"]}
    ],
    "health": [
    {"finding": "cut", "source": "The Mail", "day": "2026-05-03", "stories": 9, "of": 20, "usual": 0.02, "text": "", ...}
    ],
    "stories": [
    {"content": "3f91c2d07be4410a", "id": "page.txt:12", "title": "Drone falls into the sea"}
    ]
    }
"""

import re
from collections.abc import Mapping
from dataclasses import asdict
from json import JSONEncoder
from typing import Any

from dedupe.model import Report
from dedupe.reports import contract

# What a terminal would obey, or no encoding can carry; in JSON it stands only in strings, where an escape means the same.
_ENCODE = JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(report: Report, timing: Mapping[str, float] | None = None) -> str:
    """Return the report as JSON; `timing` stands in it only where given, since it differs from run to run."""
    sections: dict[str, Any] = {
        "schema": contract.SCHEMA,
        "tool": contract.tool(),
        "settings": asdict(report.settings),
        "read": report.read,
        "skipped": contract.skips_of(report.skipped),
        "candidate_recall": _recall(report),
        "clusters": [contract.cluster_of(report, cluster) for cluster in contract.ordered(report)],
        "matches": contract.matches_of(report.matches),
        "related": contract.matches_of(report.related),
        "furniture": contract.furniture_of(report.furniture),
    }
    sections["boilerplate"] = contract.boilerplate_of(report)
    sections["health"] = contract.health_of(report.health)
    sections["stories"] = contract.stories_of(report)
    if report.fresh is not None:
        sections["check"] = contract.check_of(report)
    if report.verdict:
        sections["verdict"] = contract.verdict_of(report.verdict)
    if report.accepted:
        sections["accepted"] = contract.accepted_of(report.accepted)
    if report.audit:
        sections["audit"] = contract.audit_of(report.audit)
    if timing is not None:
        sections["timing"] = dict(timing)
    return "{\n" + ",\n".join(f"{line(name)}: {_section(value)}" for name, value in sections.items()) + "\n}\n"


def _recall(report: Report) -> dict[str, Any]:
    stated = report.recall
    return {
        "threshold": round(stated.threshold, contract.DIGITS),
        "expected": round(stated.expected, contract.DIGITS),
        "bands": stated.bands,
        "rows": stated.rows,
    }


def _section(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(line, value)) + "\n]"
    return line(value)


def line(value: Any) -> str:
    """Return a value as JSON on one line, with nothing in it that a terminal would obey."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", _ENCODE(value))
