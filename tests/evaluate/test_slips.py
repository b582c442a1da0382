from hypothesis import given
from hypothesis import strategies as st

from dedupe.evaluate.slips import pair_slips, split_slips
from tests.evaluate.made import match

Labels = list[tuple[int, int]]

LABELS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12)


@given(LABELS)
def test_the_pairs_of_all_slips_are_all_pairs_that_are_wrong(labels: Labels) -> None:
    whole = {f"s{i}": w for i, (w, _) in enumerate(labels)}
    parts = {f"s{i}": p for i, (_, p) in enumerate(labels)}
    wrong = sum(whole[x] == whole[y] and parts[x] != parts[y] for x in whole for y in whole if x < y)
    assert sum(slip.pairs for slip in split_slips(whole, parts, [])) == wrong


def test_the_slip_that_costs_most_pairs_comes_first_and_shows_the_strongest_match_across() -> None:
    whole = dict.fromkeys("abcdexy", 1)
    parts = {**dict.fromkeys("abc", 1), **dict.fromkeys("de", 2), "x": 3, "y": 3}
    matches = [
        match("a", "d", cosine=0.91),
        match("b", "e", cosine=0.95),
        match("a", "b", cosine=0.99),
        match("d", "x", cosine=0.93),
    ]
    first, second = split_slips(whole, parts, matches)
    assert (first.left, first.right, first.pairs) == ("d", "x", 10)
    assert (second.left, second.right, second.pairs) == ("b", "e", 6)


def test_a_slip_without_a_match_is_shown_by_the_first_story_of_each_side() -> None:
    (slip,) = split_slips(dict.fromkeys("pqr", 1), {"p": 1, "q": 2, "r": 2}, [])
    assert (slip.left, slip.right, slip.match) == ("p", "q", None)


def test_matches_with_stories_that_are_not_judged_do_not_count() -> None:
    assert split_slips({"a": 1, "b": 2}, {"a": 1, "b": 2}, [match("a", "z")]) == []


def test_single_pairs_come_by_how_alike_they_looked() -> None:
    weak, strong = match("a", "b", jaccard=0.1, cosine=0.2, coverage=0.1), match("c", "d")
    slips = pair_slips([("a", "b"), ("e", "f"), ("c", "d")], {("a", "b"): weak, ("c", "d"): strong})
    assert [slip.left for slip in slips] == ["c", "a", "e"]
