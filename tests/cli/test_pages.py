from pathlib import Path
from typing import Any

from tests.cli.conftest import Run
from tests.reports.html.made import data_of


def test_a_report_is_split_into_an_index_page_and_parts(tell: Run, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert tell("scan", "wire.jsonl", "-q", "-f", "html", "-o", page, "--split", 3)[0] == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report-1.html", "report-2.html", "report.html"]
    index, parts = data_of(page.read_text(encoding="utf-8"))
    assert [row[-2] for row in index["clusters"]] == [*["report-1.html"] * 3, "report-2.html"]
    assert parts == []
    index, (part,) = data_of((tmp_path / "report-2.html").read_text(encoding="utf-8"))
    assert [row[0] for row in index["clusters"]] == [told["id"] for told in part]


def test_a_page_has_no_more_clusters_than_are_asked_for(tell: Run) -> None:
    page = tell("scan", "wire.jsonl", "-q", "-f", "html", "--max-clusters", 1)[1]
    assert len(data_of(page)[0]["clusters"]) == 1
    assert "3 clusters more of this run" in page


def test_many_clusters_are_compared_on_all_cores_and_come_out_the_same(tell: Run, tmp_path: Path, monkeypatch: Any) -> None:
    alone, together = tmp_path / "alone.html", tmp_path / "together.html"
    assert tell("scan", "wire.jsonl", "-q", "-f", "html", "-o", alone)[0] == 0
    monkeypatch.setattr("dedupe.cli.pages.MANY", 1)
    assert tell("scan", "wire.jsonl", "-q", "-f", "html", "-o", together, "--jobs", 2)[0] == 0
    assert together.read_bytes() == alone.read_bytes()


def test_several_pages_need_a_name(tell: Run) -> None:
    status, _, err = tell("scan", "wire.jsonl", "-q", "-f", "html", "--split", 3)
    assert (status, "name the first with -o html=PATH" in err) == (2, True)
