import importlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dedupe.accepted import Decision, Verdict, settle
from dedupe.index import Index
from dedupe.model import Policy, Report, Story
from dedupe.pipeline import Opened, check, check_index, compact, remove
from tests.index.made import clusters, ids, made, way
from tests.pipeline.decisions import TODAY, contents
from tests.pipeline.made import DUMP, DUMPS
from tests.pipeline.test_check import around
from tests.strategies import story, tale

few = settings(max_examples=12, deadline=None)


@pytest.fixture(params=["all that is held is read", "what is around is read"])
def small(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Run once as with few held stories, and once as with many."""
    near = request.param == "what is around is read"
    for module, name in (("beside", "WHOLE"), ("add", "WHOLE"), ("beside", "MANY")) if near else ():
        monkeypatch.setattr(importlib.import_module(f"dedupe.pipeline.{module}"), name, 0)
    return not near


def checked(folder: Path, fresh: list[Story]) -> Report:
    with Index.reading(folder) as index:
        return check_index(index, Opened(fresh), way())


def nameless(report: Report) -> Report:
    """Return a report with clusters of no name: in an index they keep that of their first canonical."""
    return replace(report, clusters=tuple(replace(each, id="") for each in report.clusters))


@few
@given(DUMPS, st.integers(1, 9))
def test_a_check_against_an_index_finds_what_one_against_its_dump_finds(
    tmp_path_factory: pytest.TempPathFactory, dump: list[Story], held: int
) -> None:
    folder = made(tmp_path_factory.mktemp("index") / "held", dump[:held])
    report, expected = checked(folder, dump[held:]), check(dump[held:], dump[:held])
    assert around(nameless(report), set(report.fresh or ())) == around(nameless(expected), set(report.fresh or ()))
    assert (report.read, report.held, report.fresh) == (expected.read, expected.held, expected.fresh)


def test_a_check_finds_the_same_whether_all_that_is_held_is_read_or_what_is_around(small: bool, tmp_path: Path) -> None:
    fresh = [DUMP[place] for place in range(0, len(DUMP), 4)]
    held = [one for one in DUMP if one not in fresh]
    report, expected = checked(made(tmp_path / "held", held), fresh), check(fresh, held)
    groups = [{member.id for member in each.members} for each in report.clusters]
    assert groups == [{member.id for member in each.members} for each in expected.clusters]
    assert [(m.left, m.right, m.relation) for m in report.matches] == [(m.left, m.right, m.relation) for m in expected.matches]
    assert [one.id for one in report.new_duplicates] == [one.id for one in expected.new_duplicates]


def test_an_index_without_texts_finds_what_one_with_them_finds(small: bool, tmp_path: Path) -> None:
    fresh = [DUMP[place] for place in range(0, len(DUMP), 4)]
    held = [one for one in DUMP if one not in fresh]
    parts = held[:11], held[11:]
    bare, full = made(tmp_path / "bare", *parts, textless=True), made(tmp_path / "full", *parts)
    assert clusters(bare) == clusters(full)
    for _ in range(2):
        report, expected = checked(bare, fresh), checked(full, fresh)
        assert report.matches == expected.matches
        assert [each.id for each in report.clusters] == [each.id for each in expected.clusters]
        assert {story.body for story in report.stories.values() if story.id not in (report.fresh or ())} == {""}
        assert checked(bare, held[:2]).already == 2
        for folder in (bare, full):
            with Index.writing(folder, 0) as index:
                compact(index, way())


def test_added_in_one_go_or_in_pieces_the_clusters_are_the_same(small: bool, tmp_path: Path) -> None:
    whole, pieces = made(tmp_path / "whole", DUMP), made(tmp_path / "pieces", *([one] for one in DUMP))
    if not small:  # of many, a pair is judged by what was held when it came, until all is judged anew
        with Index.writing(pieces, 0) as index:
            compact(index, way())
    assert sorted(map(sorted, clusters(whole).values())) == sorted(map(sorted, clusters(pieces).values()))


def test_a_copy_that_joins_a_cluster_leaves_its_name(small: bool, tmp_path: Path) -> None:
    first = made(tmp_path / "held", DUMP[:6])
    before = clusters(first)
    longer = story("longer", tale(0) + "\n\nA second boat came out to help them in the night.", "Tale 0")
    after = clusters(made(first, [longer]))
    assert before.keys() == after.keys()
    assert sum(map(len, after.values())) == sum(map(len, before.values())) + 1


def test_what_is_removed_is_found_no_more_and_its_cluster_goes_on(small: bool, tmp_path: Path) -> None:
    folder = made(tmp_path / "held", DUMP)
    before = clusters(folder)
    name, members = max(before.items(), key=lambda each: len(each[1]))
    gone = sorted(members)[0]
    with Index.writing(folder, 0) as index:
        remove(index, [gone], way())
    assert clusters(folder)[name] == members - {gone}
    with Index.reading(folder) as index:
        assert gone not in ids(index)
    report = checked(folder, [one for one in DUMP if one.id == gone])
    assert (report.already, report.fresh) == (0, {gone})


def test_a_story_that_is_removed_can_be_added_again(small: bool, tmp_path: Path) -> None:
    folder = made(tmp_path / "held", DUMP)
    before = clusters(folder)
    with Index.writing(folder, 0) as index:
        remove(index, [DUMP[0].id], way())
    assert clusters(made(folder, DUMP[:1])).keys() == before.keys()


def test_a_compact_index_holds_the_same_in_one_segment(small: bool, tmp_path: Path) -> None:
    folder = made(tmp_path / "held", DUMP[:7], DUMP[7:9], DUMP[9:])
    before, fresh = clusters(folder), [story("fresh", tale(1), "Tale 1")]
    report = checked(folder, fresh)
    with Index.writing(folder, 0) as index:
        compact(index, way())
    with Index.reading(folder) as index:
        assert (len(index.segments), sorted(ids(index))) == (1, sorted(one.id for one in DUMP))
    assert clusters(folder) == before
    assert checked(folder, fresh).clusters == report.clusters


def test_only_what_repeats_nothing_is_added_by_a_check(small: bool, tmp_path: Path) -> None:
    folder = made(tmp_path / "held", DUMP)
    fresh = [story("copy", tale(2), "Tale 2"), story("other", tale(77, 6), "Tale 77")]
    with Index.writing(folder, 0) as index:
        report = check_index(index, Opened(fresh), way(), add=Policy())
    assert [one.id for one in report.new_duplicates] == ["copy"]
    with Index.reading(folder) as index:
        assert set(ids(index)) - {one.id for one in DUMP} == {"other"}


def test_what_is_held_already_is_not_added_again(small: bool, tmp_path: Path) -> None:
    folder = made(tmp_path / "held", DUMP, DUMP)
    with Index.reading(folder) as index:
        assert (len(index), len(index.segments)) == (len(DUMP), 1)


def test_a_decision_is_followed_whatever_it_ties_a_fresh_story_to(small: bool, tmp_path: Path) -> None:
    fresh, other = story("fresh", tale(50), "Tale 50"), story("other", tale(60), "Tale 60")
    name = contents([*DUMP, fresh, other])
    pairs = [("fresh", "other"), ("other", "other-1")]
    lines = [Decision(*sorted(name[side] for side in pair), Verdict.SAME, "why") for pair in pairs]
    folder = made(tmp_path / "held", [*DUMP, other])
    with Index.reading(folder) as index:
        report = check_index(index, Opened([fresh]), way()._replace(decisions=settle(lines, TODAY)))
    (cluster,) = report.clusters
    assert {member.id for member in cluster.members} >= {"fresh", "other", "other-1"}
