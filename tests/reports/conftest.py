"""The reports that every format is tried on: one made by hand, and one with nothing in it."""

from datetime import UTC, datetime

import pytest

from dedupe.model import Furniture, Origin, Relation, Report, Skip
from tests.reports.made import cluster, match, report_of, story


@pytest.fixture
def empty() -> Report:
    return report_of()


@pytest.fixture
def checked() -> Report:
    """Return the report of a check: a fresh story repeats a held one, another fresh one speaks for the held one it repeats."""
    held, copy = story(12, "Drone falls into the sea", 812), story(80, "Drone lost over the sea", 640)
    rates, again = story(310, "Rates rise again", 95), story(300, "Rates rise", 90)
    envoy = story(200, "Ambassador called in", 420)
    return report_of(
        cluster("c1", held, (copy, Relation.REWORDED, 0.78)),
        cluster("c2", rates, (again, Relation.NEAR, 0.9)),
        others=(envoy,),
        related=(match(envoy, copy, Relation.RELATED, 0.31),),
        read=3,
        held=1200,
        already=2,
        fresh=frozenset({copy.id, rates.id, "page.txt:999"}),
        skipped_held=(Skip(Origin("held.jsonl", 7, 7), "no text"),),
    )


@pytest.fixture
def report() -> Report:
    drone = story(12, "Surveillance drone falls into the sea after a fighter jet passes too close to it", 1812)
    spun = story(80, "Drone lost over the sea", 640, source="The Post", published=datetime(2026, 3, 4, 12, 30, tzinfo=UTC))
    teaser = story(140, drone.title, 55, truncated=True)
    envoy = story(200, "Ambassador called in over the lost drone", 420, url="https://example.org/envoy?id=7")
    rates = story(300, "Rates: market closes higher", 90)
    copy = story(310, "中央銀行は金利を据え置いた", 90)
    lower = story(320, "Rates: market closes lower", 88)
    return report_of(
        cluster("c2", rates, (copy, Relation.IDENTICAL, 1.0)),
        cluster("c1", drone, (spun, Relation.REWORDED, 0.78125), (teaser, Relation.EXCERPT, 0.996)),
        related=(match(envoy, drone, Relation.RELATED, 0.31),),
        others=(envoy, lower),
        furniture=(
            Furniture("Page not found", ("page.txt:500", "page.txt:510")),
            Furniture("Subscribe to read on | all our\nstories", ("page.txt:600", "page.txt:610", "page.txt:620")),
        ),
        skipped=(Skip(Origin("dumps/page.txt", 400, 400), "a story without a text"),),
        matches=(
            match(spun, drone, Relation.REWORDED, 0.78125),
            match(teaser, drone, Relation.EXCERPT, 0.996),
            match(rates, copy, Relation.IDENTICAL, 1.0),
            match(rates, lower, Relation.TEMPLATE, 0.7),
        ),
    )
