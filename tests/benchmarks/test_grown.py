from dataclasses import replace

from tests.benchmarks.grown import Groups, Took, estimate, rows, stages

SAME: Groups = {"c1": frozenset({"a", "b"})}
LOCAL = Took("1000", 1000, 0, 2.0, 300.0, SAME)
SMALL = Took("1000", 1000, 2, 50.0, 900.0, SAME, shuffled=4_000_000, kept=1_000_000, stages=(("reading", 20.0),))
LARGE = replace(SMALL, name="3000", stories=3000, seconds=52.0, shuffled=15_000_000, kept=6_000_000)


def test_growth_is_told_between_sizes_of_one_kind_and_engine() -> None:
    crowd = replace(SMALL, name="1000-viral", seconds=99.0)
    told = list(rows([LOCAL, SMALL, replace(LOCAL, name="1000-viral"), crowd, replace(LOCAL, name="3000"), LARGE]))
    assert [row.get("ms/story more", "") for row in told] == ["", "", "", "", "", "1.00"]
    assert "exponent" not in told[4]


def test_clusters_that_differ_from_those_of_the_local_engine_are_told() -> None:
    other = replace(SMALL, groups={"c1": frozenset({"a", "c"})})
    assert [row["same"] for row in rows([LOCAL, SMALL, other])] == ["", "True", "False"]


def test_the_estimate_goes_on_from_the_two_sizes() -> None:
    told = estimate(SMALL, LARGE)
    assert "56 hours of one core, 0.6 hours of 100" in told
    assert "0.50 TB shuffled, 0.20 TB kept" in told


def test_there_is_no_estimate_from_what_took_no_longer() -> None:
    assert "take larger sizes" in estimate(LARGE, replace(LARGE, stories=6000))


def test_the_stages_are_those_of_runs_on_clusters() -> None:
    assert list(stages([LOCAL, SMALL])) == [{"corpus": "1000", "engine": "2 workers", "reading": "20.0"}]
