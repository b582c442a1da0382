import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe import Settings, Story, scan
from dedupe.accepted import Decision, Settled, Verdict, settle
from dedupe.model import DUPLICATES, Relation
from dedupe.pipeline import Opened, scan_decided
from dedupe.pipeline.decided import decide
from tests.pipeline.decisions import BAKER, FERRY, MILLER, TODAY, contents, groups, told
from tests.pipeline.made import DUMP, DUMPS, version
from tests.strategies import costly


def test_a_content_depends_on_the_story_alone() -> None:
    assert contents(FERRY)["whole"] == contents([*DUMP, *FERRY])["whole"]


def test_no_decisions_change_nothing_but_say_so() -> None:
    assert scan_decided(Opened(DUMP), Settings(), Settled()) == scan(DUMP)


def test_stories_that_are_different_are_never_in_one_cluster() -> None:
    assert groups(told(FERRY)) == [{"whole", "moved", "noted"}]
    parted = told(FERRY, ("moved", "noted", "different"))
    assert [len(group) for group in groups(parted)] == [2]
    assert not any({"moved", "noted"} <= group for group in groups(parted))
    assert all({match.left, match.right} != {"moved", "noted"} for match in parted.matches)


def test_stories_that_are_the_same_join_and_so_do_their_clusters() -> None:
    dump = [*FERRY, BAKER, MILLER, version("more", 1, "copy")]
    joined = told(dump, ("baker", "moved", "same"))
    assert groups(joined) == [{"whole", "moved", "noted", "more", "baker"}]
    assert {match.relation for match in joined.clusters[0].matches} <= DUPLICATES
    assert groups(told(dump, ("baker", "miller", "same")))[1] == {"baker", "miller"}


def test_a_story_that_is_kept_speaks_for_its_cluster() -> None:
    assert {told(FERRY, (kept, other, "keep")).clusters[0].canonical.id for kept in ("whole", "moved", "noted")
            for other in ("whole", "moved") if kept != other} == {"whole", "moved", "noted"}  # fmt: skip


def test_even_a_teaser_speaks_where_it_is_kept() -> None:
    dump = [*FERRY, version("teaser", 1, "teaser")]
    report = told(dump, ("teaser", "whole", "keep"))
    assert next(cluster.canonical.id for cluster in report.clusters if len(cluster.members) > 1) == "teaser"


def test_an_audit_does_not_miss_what_a_person_parted() -> None:
    name = contents(FERRY)
    line = Decision(*sorted((name["moved"], name["noted"])), Verdict.DIFFERENT, "why")
    settings = Settings(audit=9)
    audit = scan_decided(Opened(FERRY), settings, settle([line], TODAY)).audit
    assert audit
    assert audit.missed == ()


@costly
@given(DUMPS, st.data())
def test_whatever_is_decided_each_decision_is_followed_or_named(dump: list[Story], data: st.DataObject) -> None:
    ids = [story.id for story in dump]
    verdicts = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.sampled_from(["different", "same", "known"]))
    lines = data.draw(st.lists(verdicts.filter(lambda line: line[0] != line[1]), max_size=4))
    name = contents(dump)
    lines = [line for line in lines if name[line[0]] != name[line[1]]]
    report = told(dump, *lines)
    assert report.accepted or not lines
    groups_of = {member.id: cluster.id for cluster in report.clusters for member in cluster.members}
    if report.accepted and report.accepted.findings:
        return
    for left, right, verdict in lines:
        together = left in groups_of and groups_of[left] == groups_of.get(right)
        assert verdict == "known" or together == (verdict == "same")
    for cluster in report.clusters:
        assert {match.relation for match in cluster.matches} <= DUPLICATES


def test_decisions_on_no_node_decide_nothing() -> None:
    line = Decision("0" * 16, "f" * 16, Verdict.SAME, "why")
    decided = decide(np.array([0, 5], np.int64), [line])
    assert (decided.label.tolist(), decided.same.tolist(), decided.tier.tolist()) == ([2, 0], [], [0, 0])
    assert decide(np.array([0, -1], np.int64), [line]).same.tolist() == [[0, 1]]


def test_a_pair_that_joins_is_called_reworded() -> None:
    report = told([BAKER, MILLER], ("baker", "miller", "same"))
    assert [match.relation for match in report.matches] == [Relation.REWORDED]
