import json
from datetime import date
from typing import Any

import pytest

from dedupe.accepted import Verdict
from dedupe.accepted.reported import Reported, decide, parse
from dedupe.errors import ReadError

# Two clusters: two copies of a text and an edit of it; two stories that were accepted.
FERRY, BAKERS = ["f1", "f2", "f3"], ["b1", "b2"]
CONTENTS = {"f1": "2" * 16, "f2": "2" * 16, "f3": "1" * 16, "b1": "3" * 16, "b2": "4" * 16, "x": "5" * 16}


def reported(**more: Any) -> Reported:
    clusters = [{"id": ids[0], "canonical": ids[0], "members": [{"id": name} for name in ids]} for ids in (FERRY, BAKERS)]
    stories = [{"content": content, "id": name, "title": f"Story\n {name}"} for name, content in CONTENTS.items()]
    accepted = {"lines": 1, "quiet": [{"id": "b1", "why": "w"}, {"id": "b2", "why": "w"}], "gone": [], "findings": []}
    return parse(json.dumps({"schema": 1, "clusters": clusters, "stories": stories, "accepted": accepted, **more}).encode(), "r")


def test_every_finding_is_a_pair_with_its_canonical_and_what_is_quiet_is_none() -> None:
    assert reported().pairs() == [("f1", "f2"), ("f1", "f3")]
    assert reported(accepted=None).pairs() == [("f1", "f2"), ("f1", "f3"), ("b1", "b2")]


def test_a_decision_is_on_two_contents_and_counts_their_stories() -> None:
    told = decide(reported(), [("f1", "f3"), ("f2", "f3"), ("f1", "f2")], Verdict.KNOWN, "why", date(2027, 1, 2))
    assert [(one.left[0], one.right[0], one.copies, one.titles) for one in told] == [
        ("1", "2", (1, 2), ("Story f3", "Story f1")),
        ("2", "2", (2, 2), ("Story f1", "Story f2")),
    ]
    assert {(one.why, one.until) for one in told} == {("why", date(2027, 1, 2))}


def test_stories_that_are_quiet_already_count_as_copies() -> None:
    again = reported(stories=[{"content": CONTENTS["b1"], "id": name, "title": ""} for name in ("b1", "b2", "b3")])
    (told,) = decide(again, [("b1", "b3")], Verdict.KNOWN, "why", None)
    assert told.copies == (3, 3)


def test_the_first_of_a_pair_is_kept_and_one_content_cannot_be() -> None:
    (told,) = decide(reported(), [("b2", "b1"), ("f1", "f2")], Verdict.KEEP, "why", None)
    assert (told.left[0], told.right[0], told.titles) == ("4", "3", ("Story b2", "Story b1"))


def test_a_story_of_which_the_report_does_not_speak_is_named() -> None:
    with pytest.raises(ReadError, match="no story nobody in the report"):
        decide(reported(), [("f1", "nobody")], Verdict.SAME, "why", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"schema": 1}', "r: no report as `dedupe scan --format json` writes it: Object missing required field `clusters`"),
        ("[]", "Expected `object`, got `array`"),
        ("half", "malformed"),
        ('{"schema": 1, "clusters": [{"canonical": 7}], "stories": []}', r"\$\.clusters\[0\]\.canonical"),
        ('{"schema": 2, "clusters": [], "stories": []}', "r: a report of schema 2, and this version reads schema 1; scan again"),
    ],
)
def test_what_is_no_report_is_refused_in_words(text: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        parse(text.encode(), "r")


def test_of_a_check_every_new_finding_is_a_pair_and_nothing_between_held_stories() -> None:
    check = {"new": [{"id": "f3", "other": "f1", "relation": "near"}, {"id": "x", "other": "b1", "relation": "template"}]}
    assert reported(check=check).pairs() == [("f1", "f3"), ("b1", "x")]
