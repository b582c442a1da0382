from datetime import date

import pytest

from dedupe.accepted import Decision, settle
from tests.accepted.made import decided

TODAY = date(2027, 1, 2)


def settled(*told: tuple[str, str, str]) -> tuple[set[int], dict[int, str]]:
    """Return the lines in force, and what is found of the others."""
    lines = [decided(left, right, verdict, line) for line, (left, right, verdict) in enumerate(told, 1)]
    found = settle(lines, TODAY)
    return {line.origin.line for line in found.in_force}, {skip.origin.line: skip.reason for skip in found.findings}


def day(until: date | None) -> tuple[tuple[Decision, ...], list[str]]:
    found = settle([decided("1", "2", until=until)], TODAY)
    return found.in_force, [skip.reason for skip in found.findings]


def test_a_line_holds_up_to_its_last_day() -> None:
    assert all(len(day(until)[0]) == 1 and not day(until)[1] for until in (None, TODAY, date(2028, 1, 1)))
    assert day(date(2027, 1, 1)) == ((), ["known: ran out on 2027-01-01; renew or drop it"])


def test_lines_that_agree_all_hold() -> None:
    every = [("1", "2", "known"), ("1", "2", "keep"), ("1", "2", "same"), ("2", "3", "keep"), ("3", "4", "different")]
    assert settled(*every) == ({1, 2, 3, 4, 5}, {})


@pytest.mark.parametrize("verdict", ["known", "same", "keep"])
def test_different_contradicts_every_other_verdict_on_a_pair(verdict: str) -> None:
    in_force, findings = settled(("1", "2", verdict), ("3", "4", "known"), ("2", "1", "different"))
    assert in_force == {2}
    assert findings == {
        1: f"{verdict}: contradicts line 3; none of them is applied",
        3: "different: contradicts line 1; none of them is applied",
    }


def test_of_stories_that_are_kept_over_each_other_none_is() -> None:
    in_force, findings = settled(("1", "2", "keep"), ("2", "3", "keep"), ("3", "1", "keep"), ("4", "1", "keep"))
    assert (in_force, set(findings)) == ({4}, {1, 2, 3})


def test_lines_that_join_what_another_parts_are_not_followed() -> None:
    in_force, findings = settled(("1", "2", "same"), ("2", "3", "same"), ("1", "3", "different"), ("5", "6", "same"))
    assert in_force == {3, 4}
    assert findings[1] == "same: with others joins what line 3 calls different; it is not applied"


def test_a_line_that_has_run_out_contradicts_nothing() -> None:
    told = [decided("1", "2", "known", 1, until=date(2026, 1, 1)), decided("1", "2", "different", 2)]
    assert [line.origin.line for line in settle(told, TODAY).in_force] == [2]
