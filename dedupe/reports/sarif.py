"""A report as SARIF 2.1.0, which code scanning shows: a result for each story that repeats another.

{
"version": "2.1.0",
"runs": [{
"tool": {"driver": {"name": "news-dedupe", "semanticVersion": "0.1.0", "rules": [{"id": "DUP003", "name": "Reworded", ...}]}},
"results": [
{"ruleId": "DUP003", "level": "warning",
 "message": {"text": "“Drone lost” repeats “Drone falls” (reworded, 78% alike): [page.txt:12](1).", ...},
 "locations": [{"physicalLocation": {"artifactLocation": {"uri": "page.txt", "uriBaseId": "SRCROOT"}, "region": ...}}],
 "relatedLocations": [{"id": 1, "message": {"text": "Drone falls"}, "physicalLocation": ...}],
 "partialFingerprints": {"dedupePair/v1": "3b1f0c9d2e6a4f58a7c0d1e2f3a4b5c6"},
 "suppressions": [{"kind": "external", "status": "accepted", "justification": "both editions are wanted"}]}
]
}]
}
"""

import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from dedupe.model import Ailment, Origin, Report, Skip
from dedupe.model.verdict import DECISION
from dedupe.reports import cells, contract
from dedupe.reports.findings import RULES, Finding, findings
from dedupe.reports.json import line

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
STANDARD = "-"  # the path of standard input
_LINK = re.compile(r"[\[\]\\]")  # what begins or ends a link in a message
IDS = {rule: f"DUP{number:03}" for number, rule in enumerate(RULES, 1)}
PAIR = "Drop one of the two, or accept the pair with `dedupe accept`, which keeps the decision and why in a file."
ILL = tuple(map(str, Ailment))
HELP: dict[str, str] = {
    **dict.fromkeys(ILL, "Look at what the scraper brings of this source: the page may have changed, or be refused to it."),
    DECISION: "Renew the line, drop it, or keep of lines that contradict each other the one that holds.",
}
MESSAGES = {"repeats": {"text": "{0}: [{1}](1)."}, "states": {"text": "{0}."}}


def render(report: Report) -> str:
    """Return one run: its rules, and a result a line."""
    found = findings(report)
    used = [rule for rule in RULES if any(finding.rule == rule for finding in found)]
    results = ",\n".join(line(_result(finding, used)) for finding in found)
    run = ",\n".join(f"{line(name)}: {line(value)}" for name, value in _run(report, used).items())
    listed = f"[\n{results}\n]" if results else "[]"
    return f'{{\n"version": "2.1.0",\n"$schema": {line(SCHEMA)},\n"runs": [{{\n{run},\n"results": {listed}\n}}]\n}}\n'


def _run(report: Report, used: list[str]) -> dict[str, Any]:
    tool = contract.tool()
    driver = {
        "name": tool["name"],
        "version": tool["version"],
        "semanticVersion": tool["version"],
        "informationUri": f"urn:{tool['name']}:about",
        "rules": [_rule(rule) for rule in used],
    }
    unread = [_notification(skip) for skip in report.skipped]
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": "dedupe/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which the run was started."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": unread}],
    }


def _rule(rule: str) -> dict[str, Any]:
    told = f"{RULES[rule][0].upper()}{RULES[rule][1:]}."
    return {
        "id": IDS[rule],
        "name": "".join(part.capitalize() for part in rule.split("-")),
        "shortDescription": {"text": told},
        "fullDescription": {"text": told},
        "help": {"text": HELP.get(rule, PAIR)},
        "messageStrings": MESSAGES,
        "defaultConfiguration": {"level": "warning"},
        "properties": {
            "tags": ["news", "scraper" if rule in ILL else "duplicate"],
            "precision": "high",
            "problem.severity": "warning",
        },
    }


def _result(finding: Finding, used: list[str]) -> dict[str, Any]:
    message = _LINK.sub(lambda found: f"\\{found[0]}", finding.message)
    result: dict[str, Any] = {
        "ruleId": IDS[finding.rule],
        "ruleIndex": used.index(finding.rule),
        "level": "warning" if finding.counts else "note",
        "message": {"text": f"{message}.", "id": "states", "arguments": [message]},
        "locations": [{"physicalLocation": _place(finding.origin)}],
        "partialFingerprints": {"dedupePair/v1": finding.fingerprint},
    }
    if finding.other:
        where = _LINK.sub(lambda found: f"\\{found[0]}", cells.inert(str(finding.other.origin)))
        result["message"] = {"text": f"{message}: [{where}](1).", "id": "repeats", "arguments": [message, where]}
        titled = {"id": 1, "message": {"text": cells.title(finding.other)}}
        result["relatedLocations"] = [{**titled, "physicalLocation": _place(finding.other.origin)}]
    if finding.accepted:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.accepted}]
    return result


def _notification(skip: Skip) -> dict[str, Any]:
    told = f"not read: {cells.inert(skip.reason)}"
    return {"level": "warning", "message": {"text": told}, "locations": [{"physicalLocation": _place(skip.origin)}]}


def _place(origin: Origin) -> dict[str, Any]:
    region = {"startLine": max(origin.line, 1), "endLine": max(origin.line, origin.last_line, 1)}
    return {"artifactLocation": _uri(origin.path), "region": region}


def _uri(path: str) -> dict[str, str]:
    """Return where a file is: relative to the folder of the run, as it was named, or absolute."""
    if path == STANDARD:
        return {"uri": "stdin", "uriBaseId": ROOT}
    windows = PureWindowsPath(path)
    is_drive = bool(windows.drive and windows.root)
    plain = str(PurePosixPath(windows.as_posix() if is_drive else path))
    escaped = quote(plain, safe="/", errors="replace").lstrip("/")
    if is_drive or plain.startswith("/"):
        return {"uri": f"file:///{escaped.replace('%3A', ':', 1) if is_drive else escaped}"}
    return {"uri": escaped, "uriBaseId": ROOT}
