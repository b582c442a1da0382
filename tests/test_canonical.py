from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.canonical import LATE, Traits, reason, speakers
from dedupe.settings import POLICIES
from tests.strategies import Array, law

STORY = st.tuples(st.booleans(), st.integers(1, 5), st.integers(0, 3) | st.just(LATE), st.integers(0, 30).map(lambda n: n / 10))
MEMBERS = st.lists(STORY, min_size=1, max_size=6)
Member = tuple[bool, int, int, float]


def traits(members: list[Member]) -> Traits:
    cut, words, published, _ = zip(*members, strict=True)
    return Traits(np.array(cut), np.array(words), np.array(published, np.int64), np.arange(len(members)))


def order(members: list[Member], policy: str) -> list[int]:
    support = np.array([told for *_, told in members], np.float32)
    return [int(node) for node in speakers(traits(members), policy, support, np.arange(len(members)))]


def why(members: list[Member], policy: str) -> str:
    known: Any = traits(members)
    return reason(policy, np.arange(len(members)), order(members, policy)[0], known)


@law
@given(MEMBERS, st.sampled_from(POLICIES))
def test_every_member_has_a_place_and_no_cut_text_speaks_while_a_whole_one_is_there(members: list[Member], policy: str) -> None:
    places = order(members, policy)
    cut = [members[place][0] for place in places]
    assert sorted(places) == list(range(len(members)))
    assert cut == sorted(cut)


@law
@given(MEMBERS)
def test_a_policy_asks_what_it_is_named_after_then_length_then_date_then_key(members: list[Member]) -> None:
    first: dict[str, Any] = {
        "coverage": lambda m: -m[3],
        "earliest": lambda m: m[2],
        "latest": lambda m: LATE if m[2] == LATE else -m[2],
        "longest": lambda m: -m[1],
    }
    for policy in POLICIES:
        expected = sorted(
            range(len(members)), key=lambda i: (members[i][0], first[policy](members[i]), -members[i][1], members[i][2], i)
        )
        assert order(members, policy) == expected


@law
@given(MEMBERS, st.sampled_from(POLICIES), st.data())
def test_some_of_the_nodes_are_ordered_as_they_are_among_all(members: list[Member], policy: str, data: st.DataObject) -> None:
    some = np.array(sorted(data.draw(st.sets(st.integers(0, len(members) - 1), min_size=1))))
    support = np.array([told for *_, told in members], np.float32)
    found: Array = some[speakers(traits(members), policy, support, some)]
    assert found.tolist() == [node for node in order(members, policy) if node in some]


@pytest.mark.parametrize(
    ("policy", "members", "expected"),
    [
        ("coverage", [(False, 90, 3, 0.2), (True, 20, 1, 0.9)], "the only full text"),
        ("earliest", [(False, 90, 3, 0.0), (False, 20, 1, 0.0)], "the earliest"),
        ("latest", [(False, 90, 3, 0.0), (False, 20, 1, 0.0)], "the latest"),
        ("latest", [(False, 90, 3, 0.0), (False, 20, LATE, 0.0)], "the latest dated"),
        ("longest", [(False, 90, 3, 0.0), (False, 20, 1, 0.0)], "the longest"),
        ("coverage", [(False, 90, 3, 0.9), (False, 20, 1, 0.2)], "covers the others best, and is the longest"),
        ("coverage", [(False, 20, 3, 0.9), (False, 90, 1, 0.2)], "covers the others best"),
        ("coverage", [(False, 20, 3, 0.9), (False, 20, 1, 0.9)], "the earliest of equals"),
        ("coverage", [(False, 20, 3, 0.9), (False, 20, 3, 0.9)], "the first of equals"),
        ("earliest", [(False, 20, 3, 0.9), (False, 30, 3, 0.9)], "the earliest dated"),
    ],
)
def test_the_reason_says_why_the_first_speaks(policy: str, members: list[Member], expected: str) -> None:
    assert why(members, policy) == expected
