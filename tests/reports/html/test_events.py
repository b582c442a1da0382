from dedupe.model import Report
from dedupe.reports.html.events import Events


def test_around_a_cluster_stands_what_tells_its_event_separately(report: Report) -> None:
    (drone,) = (cluster for cluster in report.clusters if cluster.id == "c1")
    (envoy,) = Events(report).around(drone)
    assert (envoy["title"], envoy["alike"], envoy["cluster"], envoy["versions"]) == (
        "Ambassador called in over the lost drone",
        0.31,
        "",
        1,
    )
    assert envoy["url"] == "https://example.org/envoy?id=7"


def test_a_cluster_of_no_event_has_nothing_around_it(report: Report) -> None:
    (rates,) = (cluster for cluster in report.clusters if cluster.id == "c2")
    assert Events(report).around(rates) == []
