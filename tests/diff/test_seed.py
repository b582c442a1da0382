"""The changed facts that a careful reader of the seed page names; skipped where the page is not at hand."""

import csv
from pathlib import Path

import pytest

from dedupe.diff import Diff, FactKind, compare
from dedupe.model import Story

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason="the seed page is not at hand")


@pytest.fixture(scope="module")
def page() -> dict[str, Story]:
    lines = (SEED / "dump.txt").read_text(encoding="utf-8").split("\n")
    roles: dict[str, dict[str, list[str]]] = {}
    with (SEED / "gold" / "lines.tsv").open(encoding="utf-8", newline="") as gold:
        for row in csv.DictReader(gold, delimiter="\t"):
            roles.setdefault(row["owner"], {}).setdefault(row["role"], []).append(lines[int(row["line"]) - 1].strip(" •"))
    texts = ("para", "subhead", "teaser")
    return {
        owner: Story(owner, told["title"][0], "\n\n".join(line for role in texts for line in told.get(role, [])))
        for owner, told in roles.items()
        if "title" in told
    }


def conflicts(diff: Diff, kind: FactKind) -> list[tuple[str, str]]:
    return [(fact.left, fact.right) for fact in diff.facts if fact.is_conflict and fact.kind is kind]


def test_a_headline_that_states_less_than_its_own_body_is_a_conflict(page: dict[str, Story]) -> None:
    assert conflicts(compare(page["s21"], page["s19"]), FactKind.HEADLINE) == [("", "100, but 221 in its text")]


@pytest.mark.parametrize(("left", "right"), [("s15", "s19"), ("s15", "s21"), ("s16", "s19"), ("s16", "s21")])
def test_tolls_of_two_days_are_no_conflict(left: str, right: str, page: dict[str, Story]) -> None:
    assert conflicts(compare(page[left], page[right]), FactKind.NUMBER) == []


def test_casualties_against_none_are_a_conflict(page: dict[str, Story]) -> None:
    assert conflicts(compare(page["s28"], page["s26"]), FactKind.NEGATION) == [("no casualties", "reports of casualties")]


def test_a_quotation_that_was_spun_is_a_conflict(page: dict[str, Story]) -> None:
    ((left, right),) = conflicts(compare(page["s11"], page["s09"]), FactKind.QUOTATION)
    assert (left.split()[1], right.split()[1]) == ("environmentally", "ecologically")
    assert (left.split()[-1], right.split()[-1]) == ("manner", "way")


def test_the_same_times_and_lengths_are_no_conflict(page: dict[str, Story]) -> None:
    diff = compare(page["s11"], page["s09"])
    assert [fact for fact in diff.facts if fact.is_conflict and fact.kind is not FactKind.QUOTATION] == []
