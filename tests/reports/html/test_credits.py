import pytest

from dedupe.model import Relation, Report, Story
from dedupe.reports.html import credits
from tests.reports.made import cluster, report_of


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("LONDON (Reuters) - A ferry sank.", {"Reuters"}),
        ("PARIS, AFP — A ferry sank.", {"AFP"}),
        ("Hamburg (dpa) Eine Fähre ist gesunken.", {"dpa"}),
        ("The ferry sank, Xinhua and the Associated Press reported.", {"Xinhua", "AP"}),
        ("The AP exam and the PA system are none, nor is APPLE.", set()),
        ("It sank, AP reported.", {"AP"}),
    ],
)
def test_credits_are_found_where_they_are_credits(text: str, agencies: set[str]) -> None:
    assert credits.credited(text) == agencies


def test_versions_are_counted_by_agency(empty: Report) -> None:
    first, second = Story("a", "", "It sank (AP)."), Story("b", "", "It sank (AP), said Reuters.")
    text = credits.render(report_of(cluster("c", first, (second, Relation.NEAR, 0.9))))
    assert text.index(">AP<") < text.index(">Reuters<")
    assert credits.render(empty) == ""
