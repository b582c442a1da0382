from tests.benchmarks.corpus import Pair
from tests.benchmarks.run import Measure, false_merges, row, table

PLANTED = [Pair("a", "b", "exact"), Pair("c", "d", "rewrite"), Pair("e", "f", "rewrite")]


def test_a_row_tells_what_was_found_of_each_kind() -> None:
    ours = Measure("dedupe", 2.0, 3.0, 100.0, {})
    shown = row(Measure("peer", 5.0, 5.0, 200.0, {"a": 1, "b": 1, "c": 2, "d": 2}), PLANTED, ours)
    assert (shown["exact"], shown["rewrite"], shown["all"], shown["x ours"]) == ("1.000", "0.500", "0.667", "2.5")


def test_false_merges_are_the_stories_beside_the_largest_planted_one() -> None:
    assert false_merges({"a": 1, "b": 1}, PLANTED) == 0
    assert false_merges({"a": 1, "b": 1, "c": 1, "x": 1}, PLANTED) == 2


def test_a_table_leaves_empty_what_a_row_lacks() -> None:
    assert table([{"tool": "one", "all": "1.000"}, {"tool": "two"}]).splitlines()[-1].strip() == "two"
    assert table([]) == "nothing to show"
