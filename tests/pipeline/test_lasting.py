from hypothesis import given
from hypothesis import strategies as st

from dedupe.index import Event
from dedupe.pipeline.lasting import Star, content_name, members, name
from tests.strategies import law

ONE, OTHER = Star(1, (1, 2, 3), "aa"), Star(4, (4, 5), "bb")


def test_new_clusters_are_named_by_their_content() -> None:
    assert name([ONE, OTHER], {}) == ({1: "aa", 4: "bb"}, ())


def test_a_cluster_keeps_its_name_when_others_join_and_another_speaks_for_it() -> None:
    assert name([ONE], {2: "old", 3: "old"}) == ({1: "old"}, ())


def test_of_two_that_merge_the_larger_gives_the_name() -> None:
    assert name([ONE], {1: "small", 2: "large", 3: "large"}) == ({1: "large"}, (Event("merged", "small", "large"),))


def test_of_one_that_splits_the_larger_part_keeps_the_name() -> None:
    before = dict.fromkeys(range(1, 6), "old")
    assert name([ONE, OTHER], before) == ({1: "old", 4: "bb"}, (Event("split", "bb", "old"),))


def test_a_cluster_that_has_no_two_members_left_ends() -> None:
    assert name([], {1: "old"}) == ({}, (Event("ended", "old", ""),))


def test_a_name_that_another_has_gets_a_number() -> None:
    assert name([Star(9, (8, 9), "aa")], {}, taken=["aa", "aa-2"]).names == {9: "aa-3"}


def test_a_name_of_content_is_of_twelve_digits() -> None:
    assert content_name(-1) == "ffffffffffff"


@law
@given(st.lists(st.integers(0, 3), min_size=8, max_size=8), st.lists(st.integers(-1, 3), min_size=8, max_size=8))
def test_names_are_distinct_and_every_old_name_is_kept_or_told_of(now: list[int], then: list[int]) -> None:
    groups = {group: tuple(key for key in range(8) if now[key] == group) for group in set(now)}
    stars = [Star(keys[0], keys, f"new{group}") for group, keys in groups.items() if len(keys) > 1]
    before = {key: f"old{group}" for key, group in enumerate(then) if group >= 0}
    named = name(stars, before)
    assert len(set(named.names.values())) == len(stars)
    told = {event.cluster for event in named.events if event.kind != "split"}
    assert set(before.values()) == (set(named.names.values()) & set(before.values())) | told
    assert {member.key for member in members(stars, named.names) if member.canonical} == {star.canonical for star in stars}
