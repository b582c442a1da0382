import json as standard

from dedupe.model import Report
from dedupe.reports import json, jsonl


def test_each_line_is_a_cluster_of_the_json_report(report: Report) -> None:
    lines = [standard.loads(line) for line in jsonl.render(report).splitlines()]
    assert lines == standard.loads(json.render(report))["clusters"]


def test_an_empty_report_has_no_line(empty: Report) -> None:
    assert jsonl.render(empty) == ""


def test_a_check_says_of_each_member_whether_it_is_fresh(checked: Report) -> None:
    clusters = [standard.loads(line) for line in jsonl.render(checked).splitlines()]
    assert [[member["fresh"] for member in cluster["members"]] for cluster in clusters] == [[False, True], [True, False]]
