"""Decisions on a few stories, followed."""

from collections.abc import Sequence
from datetime import date

from dedupe import Report, Settings, Story, scan
from dedupe.accepted import COPIES, Decision, Verdict, settle
from dedupe.pipeline import Opened, scan_decided
from tests.pipeline.made import version
from tests.strategies import story, tale

TODAY = date(2027, 1, 2)
FERRY = [version("whole", 1, "copy"), version("moved", 1, "moved"), version("noted", 1, "inserted")]
BAKER, MILLER = story("baker", tale(7), "Baker"), story("miller", tale(8), "Miller")


def contents(stories: Sequence[Story]) -> dict[str, str]:
    """Return the content of each story, by id: a report names those of duplicates, and every story here is one."""
    twice = [*stories, *(story(f"{told.id}'", told.body, told.title) for told in stories)]
    return scan(twice).contents


def told(dump: Sequence[Story], *lines: tuple[str, str, str]) -> Report:
    """Return the report on stories with lines (left id, right id, verdict) in force."""
    name = contents(dump)
    decisions = [
        Decision(name[left], name[right], Verdict(verdict), "why", copies=COPIES[name[left] == name[right]])
        for left, right, verdict in lines
    ]
    return scan_decided(Opened(dump), Settings(), settle(decisions, TODAY))


def groups(report: Report) -> list[set[str]]:
    return [{member.id for member in cluster.members} for cluster in report.clusters]
