import re
from html.parser import HTMLParser
from typing import Any

from hypothesis import given

from dedupe.model import Relation, Report
from dedupe.reports import html
from dedupe.reports.html.page import book
from tests.reports.html.made import data_of
from tests.reports.made import cluster, report_of, reports, story
from tests.strategies import costly

ASKS = re.compile(
    r"""(?:src|srcset|action|background|poster|data)\s*=|url\(|@import|<(?:link|img|iframe|object|embed|base)\b""", re.I
)


class Read(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def markup(page: str) -> str:
    return re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", page, flags=re.DOTALL)


def test_an_empty_report_is_a_page_with_no_cluster(empty: Report) -> None:
    index, parts = data_of(html.render(empty))
    assert (index["clusters"], parts) == ([], [])


def test_every_cluster_is_in_the_index_and_in_a_part(report: Report) -> None:
    index, (part,) = data_of(html.render(report))
    assert [row[0] for row in index["clusters"]] == [told["id"] for told in part] == ["c1", "c2"]


def test_nothing_in_the_page_asks_for_anything(report: Report) -> None:
    page = markup(html.render(report))
    assert ASKS.findall(page) == []
    assert [given for _, given in Read(page).elements if any(name.startswith("on") or name == "style" for name in given)] == []


@costly
@given(reports())
def test_markup_in_a_title_stays_inert(report: Report) -> None:
    plain = report_of(cluster("c1", story(12, "Ferry"), (story(80, "Ship"), Relation.NEAR, 0.9)))
    elements, known = (Read(html.render(told)).elements for told in (report, plain))
    assert {tag for tag, _ in elements} <= {tag for tag, _ in known}
    assert sum(tag == "script" for tag, _ in elements) == sum(tag == "script" for tag, _ in known)


def test_hostile_text_in_every_field_ends_no_script_and_makes_no_link() -> None:
    hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    known: dict[str, Any] = {"summary": (hostile,), "source": hostile, "url": "javascript:alert(1)"}
    first, second = (story(line, hostile, **known) for line in (1, 20))
    told = report_of(cluster(hostile, first, (second, Relation.NEAR, 0.9)))
    page = html.render(told)
    assert "<script>alert" not in page
    assert "javascript:" not in page
    assert "<img" not in page


def test_a_page_says_what_it_leaves_out(report: Report) -> None:
    page = html.render(report, most=1)
    assert [row[0] for row in data_of(page)[0]["clusters"]] == ["c1"]
    assert "1 cluster more of this run" in page


def test_a_book_has_what_is_new_first(report: Report) -> None:
    assert [told.id for told in book(report).clusters] == ["c1", "c2"]
    assert book(report, 1).left_out == 1
