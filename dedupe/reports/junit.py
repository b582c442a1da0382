"""A report as JUnit XML, which most CI servers show: a suite for each dump, a case for each story that repeats another.

<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dedupe" tests="1" failures="1" errors="0" skipped="0">
  <testsuite name="page.txt" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="page.txt" name="80: Drone lost over the sea" file="page.txt" line="80">
      <failure type="reworded" message="“Drone lost ...” repeats “Drone falls ...” (reworded, 78% alike): page.txt:12" />
    </testcase>
  </testsuite>
</testsuites>

What is accepted is a skipped case, what the policy of a check does not count one that passes, a record that could not be read an
error. A clean report has one case, which passes, since some servers take a file without any for a broken one.
"""

import re
from collections.abc import Iterable
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dedupe.model import Report, Skip
from dedupe.reports import cells, table_read
from dedupe.reports.findings import Finding, findings

KINDS = {"failures": "failure", "errors": "error", "skipped": "skipped"}
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # in XML 1.0, even as references

Case = tuple[str, Element]


def render(report: Report) -> str:
    """Return the report as one XML document."""
    cases = [*map(_finding, findings(report)), *map(_unread, report.skipped)] or [_clean(report)]
    root = Element("testsuites", {"name": "dedupe"} | _counts(element for _, element in cases))
    for path, told in groupby(sorted(cases, key=lambda case: case[0]), key=lambda case: case[0]):
        elements = [element for _, element in told]
        SubElement(root, "testsuite", {"name": _text(path)} | _counts(elements)).extend(elements)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _counts(cases: Iterable[Element]) -> dict[str, str]:
    cases = list(cases)
    counts = {name: sum(case.find(kind) is not None for case in cases) for name, kind in KINDS.items()}
    return {name: str(count) for name, count in {"tests": len(cases), **counts}.items()}


def _finding(finding: Finding) -> Case:
    path, at = finding.origin.path, str(finding.origin.line)
    case = Element("testcase", classname=_text(path), name=_text(f"{at}: {finding.name}"), file=_text(path), line=at)
    where = f": {finding.other.origin}" if finding.other else ""
    if finding.accepted:
        SubElement(case, "skipped", message=_text(f"accepted: {finding.accepted}"))
    elif finding.counts:
        SubElement(case, "failure", type=finding.rule, message=_text(finding.message + where))
    else:
        SubElement(case, "system-out").text = _text(f"not counted: {finding.message}{where}")
    return path, case


def _unread(skip: Skip) -> Case:
    path, at = skip.origin.path, str(skip.origin.line)
    case = Element("testcase", classname=_text(path), name=f"{at}: not read", file=_text(path), line=at)
    SubElement(case, "error", type="skipped", message=_text(skip.reason))
    return path, case


def _clean(report: Report) -> Case:
    return "dedupe", Element("testcase", classname="dedupe", name=f"none of {table_read.stories(report)} repeats another")


def _text(text: str) -> str:
    """Return the text on one line, with nothing in it that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", cells.inert(text))
