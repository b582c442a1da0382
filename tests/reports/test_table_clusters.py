from dedupe.model import Origin, Relation, Report
from dedupe.reports import table_clusters
from dedupe.reports.cells import columns
from tests.reports.made import cluster, report_of, story


def lines(report: Report, width: int = 140) -> list[str]:
    return table_clusters.render(report, width, colour=False)


def test_a_block_shows_the_canonical_its_reason_and_its_members(report: Report) -> None:
    start = next(number for number, line in enumerate(lines(report)) if line.startswith("c1"))
    block = [" ".join(line.split()) for line in lines(report)[start : start + 5]]
    assert block == [
        "c1 Surveillance drone falls into the sea after a fighter jet passes too close to it",
        "canonical: it covers the others best",
        "canonical 1,812 dumps/page.txt:12 Surveillance drone falls into the sea after a fighter jet passes too close to it",
        "reworded 78% 640 dumps/page.txt:80 Drone lost over the sea",
        "excerpt 99% 55 dumps/page.txt:140 same title",
    ]


def test_the_largest_cluster_comes_first_whatever_the_order(report: Report) -> None:
    turned = report_of(*reversed(report.clusters))
    assert lines(turned) == lines(report_of(*report.clusters))
    assert [line.split()[0] for line in lines(turned) if line.startswith("c")] == ["c1", "c2"]


def test_wide_characters_count_as_two_columns() -> None:
    wide, narrow = story(1, "銀" * 60), story(2, "o" * 120, origin=Origin("ページ.txt", 2))
    block = lines(report_of(cluster("c", wide, (narrow, Relation.NEAR, 0.9))), 80)
    assert columns(block[-2].partition("銀")[0]) == columns(block[-1].partition("ooo")[0])


def test_a_single_duplicate_is_singular() -> None:
    assert table_clusters.found(report_of(cluster("c", story(1, "a"), (story(2, "b"), Relation.NEAR, 0.9)))) == (
        "1 cluster, 1 story that repeats another"
    )
