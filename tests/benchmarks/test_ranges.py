import pytest

from dedupe import Settings, candidates
from tests.benchmarks.quality import BENCH
from tests.benchmarks.ranges import DEFAULTS, Sets, Value, default_of, grid, moved, range_of, row, thresholds, widest


@pytest.mark.parametrize("name", thresholds())
def test_values_to_try_lead_away_from_the_default_and_are_allowed(name: str) -> None:
    default = default_of(name)
    down, up = grid(name, default)
    assert [default, *down] == sorted({default, *down}, reverse=True)
    assert [default, *up] == sorted({default, *up})
    assert down[-1] > 0
    for value in (*down, *up):
        with moved(name, value) as settings:
            assert settings == DEFAULTS or getattr(settings, name) == value


def test_a_constant_is_moved_for_a_while_only() -> None:
    default = default_of("candidates.HEAVY")
    with moved("candidates.HEAVY", 7) as settings:
        assert (candidates.HEAVY, settings) == (7, DEFAULTS)
    assert default_of("candidates.HEAVY") == default != 7


def test_a_range_ends_before_the_first_value_that_falls_short() -> None:
    tried: list[Value] = []

    def falls_short(value: Value) -> dict[str, str]:
        tried.append(value)
        return {"set f1": f"{value} < bar"} if value < 0.43 or value == 0.58 else {}

    found = widest("near", 0.5, falls_short)
    assert (found.low, found.high) == (0.45, 0.55)
    assert tried == [0.48, 0.47, 0.45, 0.42, 0.52, 0.53, 0.55, 0.58]
    assert (row(found)["below"], row(found)["above"]) == ("set f1 0.42 < bar", "set f1 0.58 < bar")


def test_a_range_over_which_nothing_falls_short_is_all_that_was_tried() -> None:
    found = widest("matched", 4, lambda value: {})
    assert (found.low, found.high, found.below, found.above) == (1, 40, {}, {})


@pytest.mark.skipif(not (BENCH / "sets.json").exists(), reason="the labelled sets are not here")
def test_a_set_reaches_its_bars_at_the_defaults_and_falls_short_without_matches() -> None:
    sets = Sets(BENCH)
    assert sets.short(["clough"], DEFAULTS) == {}
    assert list(sets.short(["clough"], Settings(anchor=1.0, near=1.0))) == ["clough recall"]
    found = range_of("anchor", sets, ["clough"], {})
    assert found.low < found.default <= found.high
    assert list(found.above) == ["clough recall"]
