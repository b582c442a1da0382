from datetime import UTC, datetime

from dedupe.model import Origin, Report, Skip
from dedupe.reports import contract
from tests.reports.made import report_of, story


def test_the_canonical_is_canonical_to_itself_and_wholly_similar(report: Report) -> None:
    assert {
        (relation, similarity) for c in report.clusters for s, relation, similarity in contract.members(c) if s is c.canonical
    } == {("canonical", 1.0)}


def test_every_other_member_has_its_relation_to_the_canonical(report: Report) -> None:
    large = contract.ordered(report)[0]
    assert [(relation, round(similarity, 2)) for _, relation, similarity in contract.members(large)] == [
        ("canonical", 1.0),
        ("reworded", 0.78),
        ("excerpt", 1.0),
    ]


def test_matches_are_sorted_by_their_ids(report: Report) -> None:
    turned = contract.matches_of(reversed(report.matches))
    assert turned == contract.matches_of(report.matches)
    assert [(m["left"], m["right"]) for m in turned] == sorted((m.left, m.right) for m in report.matches)


def test_scores_are_rounded_to_four_digits(report: Report) -> None:
    assert {m["jaccard"] for m in contract.matches_of(report.matches)} == {0.7812, 0.996, 1.0, 0.7}


def test_skips_are_sorted_by_where_they_stand() -> None:
    skipped = (Skip(Origin("b", 1), "x"), Skip(Origin("a", 12), "y"), Skip(Origin("a", 9), "z"))
    assert [(s["path"], s["line"]) for s in contract.skips_of(skipped)] == [("a", 9), ("a", 12), ("b", 1)]


def test_a_date_is_iso_8601_and_an_unknown_one_is_null() -> None:
    dated = story(1, "t", published=datetime(2026, 3, 4, 12, tzinfo=UTC))
    assert contract._member(dated, "near", 1.0)["published"] == "2026-03-04T12:00:00+00:00"
    assert contract._member(story(1, "t"), "near", 1.0)["published"] is None


def test_an_empty_report_has_no_clusters() -> None:
    assert contract.ordered(report_of()) == []
