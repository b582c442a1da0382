from dataclasses import replace
from typing import Any

import pytest

from dedupe.model import Accepted, Relation, Report, Story
from dedupe.reports.html import detail
from dedupe.reports.html.events import Events
from tests.reports.made import cluster, report_of


def versions(count: int) -> list[Story]:
    return [Story(f"s{n}", "Ferry", f"Some {12 + n} people were hurt. Tugs came.") for n in range(count)]


def report(count: int) -> Report:
    first, *others = versions(count)
    return report_of(cluster("c1", first, *((other, Relation.NEAR, 0.9) for other in others)))


def told(count: int, **more: Any) -> dict[str, Any]:
    made = replace(report(count), **more)
    (shown,) = detail.details(made, made.clusters, Events(made))
    return shown


def test_any_two_of_a_few_versions_are_compared_and_of_many_each_with_the_canonical() -> None:
    assert len(told(4)["diffs"]) == 6
    assert [*told(detail.EVERY + 2)["diffs"]] == [f"0 {place}" for place in range(1, detail.EVERY + 2)]


def test_the_texts_of_the_last_of_very_many_versions_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detail, "SHOWN", 3)
    made = told(5)
    assert (made["shown"], len(made["versions"]), len(made["diffs"])) == (3, 5, 3)


def test_a_version_tells_its_relation_its_scores_and_why_it_is_quiet_or_partly_left_out() -> None:
    accepted = Accepted(1, {"s1": "both editions"}, (), ())
    canonical, other = told(2, accepted=accepted, masked={"s1": ("Tugs came.",)}, fresh=frozenset(["s1"]))["versions"]
    assert (canonical["relation"], canonical["state"], "scores" in canonical) == ("canonical", "held", False)
    assert (other["relation"], other["scores"], other["run"], other["state"]) == ("near", [0.9] * 6, 18, "fresh")
    assert (other["quiet"], other["masked"], other["kept"]) == ("both editions", ["Tugs came."], True)


def test_conflicts_are_the_facts_that_versions_tell_differently() -> None:
    assert detail.conflicts(told(2)) == 1
