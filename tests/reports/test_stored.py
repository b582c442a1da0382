import json
from dataclasses import replace

import pytest

from dedupe.errors import ReadError
from dedupe.model import Accepted, Audit, Policy, Report, Skip, Symptom, Verdict
from dedupe.model.health import Ailment
from dedupe.model.story import Origin
from dedupe.reports import html, stored
from dedupe.reports import json as report_json


def kept(report: Report) -> Report:
    told = stored.parse(report_json.render(report).encode(), "report.json")
    return stored.restored(told, report.stories, "report.json")


def test_a_report_is_the_same_when_it_is_read_again(report: Report) -> None:
    place = Origin("page.txt", 9, 9)
    whole = replace(
        report,
        audit=Audit(9, 3, 2, 0.2, 0.9, report.matches[:1]),
        accepted=Accepted(3, {"page.txt:80": "both"}, (("a" * 16, "b" * 16, "known"),), (Skip(place, "ran out"),)),
        fresh=frozenset(["page.txt:80"]),
        held=7,
        verdict=Verdict(Policy(max_new="5%"), 1, broken=("max-new",)),
        health=(Symptom(Ailment.CUT, "The Post", "2026-03-04", 3, 9, place, 0.1),),
        masked={"page.txt:80": ("Read on.", "Follow us.")},
    )
    assert report_json.render(kept(whole)) == report_json.render(whole)
    assert html.render(kept(whole)) == html.render(whole)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no report as"),
        ("[]", "no report as"),
        ('{"schema": 2, "clusters": [], "stories": []}', "of schema 2"),
    ],
)
def test_what_is_no_report_is_an_error(text: str, said: str) -> None:
    with pytest.raises(ReadError, match=f"report.json: .*{said}"):
        stored.parse(text.encode(), "report.json")


def test_a_report_that_lacks_something_is_an_error(report: Report) -> None:
    told = json.loads(report_json.render(report))
    del told["candidate_recall"]
    with pytest.raises(ReadError, match=r"report\.json: no report as"):
        stored.restored(told, report.stories, "report.json")


def test_stories_that_are_gone_or_changed_are_named(report: Report) -> None:
    told = json.loads(report_json.render(report))
    stored.check(told, report.contents, "report.json")
    with pytest.raises(ReadError, match=r"not in the input any more: page\.txt:12, "):
        stored.check(told, {}, "report.json")
    with pytest.raises(ReadError, match=r"1 of 7 stories are changed since: page\.txt:12; scan again"):
        stored.check(told, report.contents | {"page.txt:12": "0" * 16}, "report.json")


def test_files_are_those_that_the_stories_name(report: Report) -> None:
    assert stored.files_of(json.loads(report_json.render(report)), "report.json") == ["dumps/page.txt"]
