import re

from hypothesis import given

from dedupe.model import Relation, Report, Story
from dedupe.reports import markdown, markdown_diffs
from tests.reports.made import TITLES, cluster, report_of

LEFT, RIGHT = (
    Story("l", "Ferry", "Some 12 people were hurt. Tugs came."),
    Story("r", "Ferry", "Some 14 people were hurt. Tugs came."),
)


def diffs(report: Report, most: int = 10_000) -> str:
    return "\n\n".join(markdown_diffs.render(report, report.clusters, most, markdown.plain))


def test_a_repeat_is_shown_as_a_fenced_diff_under_its_changed_facts() -> None:
    text = diffs(report_of(cluster("c1", LEFT, (RIGHT, Relation.NEAR, 0.9))))
    assert text.startswith("## What changed\n\n**c1**  -:1 → -:1, number: 12 → 14\n\n```diff\n--- l\n+++ r\n")
    assert "\n-Some 12 people were hurt.\n+Some 14 people were hurt.\n" in text
    assert text.endswith("\n```")


def test_a_copy_of_the_same_words_has_no_diff() -> None:
    copy = Story("r", LEFT.title, LEFT.body)
    assert diffs(report_of(cluster("c1", LEFT, (copy, Relation.IDENTICAL, 1.0)))) == ""


@given(TITLES)
def test_no_text_ends_its_fence(title: str) -> None:
    hostile = Story("r", f"``` {title} ````", RIGHT.body)
    text = diffs(report_of(cluster("c1", LEFT, (hostile, Relation.NEAR, 0.9))))
    (fence, body), *others = re.findall(r"^(`{3,})diff\n(.*?)^\1$", text, re.MULTILINE | re.DOTALL)
    assert others == []
    assert fence not in body


def test_what_does_not_fit_is_left_out_whole_and_counted() -> None:
    many = [Story(f"r{n}", "Ferry", RIGHT.body) for n in range(9)]
    report = report_of(cluster("c1", LEFT, *((story, Relation.NEAR, 0.9) for story in many)))
    text = diffs(report, 1000)
    assert len(text.encode()) <= 1000
    shown = text.count("```diff")
    assert 0 < shown < 9
    assert f"{9 - shown} comparisons left out here" in text
    assert diffs(report, 150) == ""
