from dedupe.model import Relation, Report
from dedupe.reports import table_events
from tests.reports.made import cluster, match, report_of, story


def test_an_event_shows_all_its_stories_and_marks_the_repeats(report: Report) -> None:
    block = [" ".join(line.split()) for line in table_events.render(report, 140, colour=False)[4:]]
    assert block == [
        "Event 1 Surveillance drone falls into the sea after a fighter jet passes too close to it",
        "4 stories: 2 told separately, 2 repeats",
        "canonical 1,812 dumps/page.txt:12 Surveillance drone falls into the sea after a fighter jet passes too close to it",
        "> reworded 78% 640 dumps/page.txt:80 Drone lost over the sea",
        "> excerpt 99% 55 dumps/page.txt:140 same title",
        "related 31% 420 dumps/page.txt:200 Ambassador called in over the lost drone",
    ]


def test_a_cluster_without_related_stories_is_no_event() -> None:
    alone = report_of(cluster("c", story(1, "a"), (story(2, "b"), Relation.NEAR, 0.9)))
    assert table_events.render(alone, 80, colour=False) == []


def test_an_event_without_repeats_counts_only_what_is_told_separately() -> None:
    left, right = story(1, "a"), story(2, "b")
    report = report_of(others=(left, right), related=(match(left, right, Relation.RELATED, 0.4),))
    assert "         2 stories: 2 told separately" in table_events.render(report, 80, colour=False)


def test_a_related_story_shows_its_strongest_tie() -> None:
    one, two, three = (story(line, "t") for line in (1, 2, 3))
    ties = (match(one, two, Relation.RELATED, 0.2), match(two, three, Relation.RELATED, 0.6))
    blocks = table_events.blocks(report_of(others=(one, two, three), related=ties))
    assert [[row.alike for row in block] for block in blocks] == [["20%", "60%", "60%"]]


def test_two_clusters_of_one_event_stand_in_one_block() -> None:
    first = cluster("c1", story(1, "a"), (story(2, "b"), Relation.NEAR, 0.9))
    second = cluster("c2", story(3, "c"), (story(4, "d"), Relation.NEAR, 0.9))
    tie = match(first.canonical, second.canonical, Relation.RELATED, 0.3)
    (block,) = table_events.blocks(report_of(first, second, related=(tie,)))
    assert [row.relation for row in block] == ["canonical", "> near", "canonical", "> near"]
