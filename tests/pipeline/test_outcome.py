import pytest

from dedupe import Settings
from dedupe.accepted import Decision, Verdict, settle
from dedupe.pipeline import Opened, scan_decided
from tests.pipeline.decisions import BAKER, FERRY, TODAY, contents, groups, told
from tests.pipeline.made import version
from tests.strategies import story, tale


def test_known_pairs_are_quiet_and_a_further_copy_is_new() -> None:
    first = told(FERRY[:2], ("whole", "moved", "known"))
    assert first.accepted
    assert first.accepted.quiet == {"whole": "why", "moved": "why"}
    assert [first.new(cluster) for cluster in first.clusters] == [()]
    third = told(FERRY, ("whole", "moved", "known"))
    assert [[member.id for member in third.new(cluster)] for cluster in third.clusters] == [["noted"]]


@pytest.mark.parametrize(("copies", "new"), [((1, 1), 1), ((2, 1), 0)])
def test_a_further_copy_of_one_text_is_new_as_well(copies: tuple[int, int], new: int) -> None:
    dump = [*FERRY[:2], version("again", 1, "copy")]
    name = contents(FERRY)
    line = Decision(name["whole"], name["moved"], Verdict.KNOWN, "why", copies=copies)
    report = scan_decided(Opened(dump), Settings(), settle([line], TODAY))
    assert [len(report.new(cluster)) for cluster in report.clusters] == [new]


def test_a_known_pair_with_a_story_that_is_gone_quiets_nothing_and_is_named() -> None:
    name = contents([*FERRY, BAKER])
    line = Decision(*sorted((name["whole"], name["baker"])), Verdict.KNOWN, "why")
    report = scan_decided(Opened(FERRY), Settings(), settle([line], TODAY))
    assert report.accepted
    assert (report.accepted.quiet, report.accepted.gone) == ({}, ((line.left, line.right, "known"),))
    assert [len(report.new(cluster)) for cluster in report.clusters] == [2]


def test_stars_that_other_lines_keep_apart_are_not_joined_and_the_line_is_named() -> None:
    dump = [*FERRY, BAKER, story("baker2", tale(7) + "\n\nMore follows.", "Baker")]
    report = told(dump, ("whole", "baker", "same"), ("moved", "baker2", "different"))
    assert groups(report) == [{"whole", "moved", "noted"}, {"baker", "baker2"}]
    assert report.accepted
    assert [skip.reason[:17] for skip in report.accepted.findings] == ["same: not joined;"]


def test_of_two_that_are_kept_in_one_cluster_the_other_is_named() -> None:
    report = told([*FERRY, version("more", 1, "footer")], ("whole", "noted", "keep"), ("moved", "more", "keep"))
    assert report.accepted
    assert [skip.reason[:19] for skip in report.accepted.findings] == ["keep: not followed;"]
