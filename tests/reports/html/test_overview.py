import re
from dataclasses import replace

from dedupe.model import Report, Skip, Symptom, Verdict
from dedupe.model.health import Ailment
from dedupe.model.story import Origin
from dedupe.reports.html import overview


def tiles(report: Report) -> dict[str, str]:
    return dict(re.findall(r"<dt>(.*?)</dt><dd><b>(.*?)</b>", overview.render(report)))


def test_the_figures_are_those_of_the_report(report: Report) -> None:
    assert tiles(report) == {
        "Stories": "7",
        "Clusters": "2",
        "Duplicates": "3",
        "Events": "2",
        "Skipped": "1",
        "Stated recall": "99.6%",
    }


def test_an_empty_report_has_figures_and_no_plots(empty: Report) -> None:
    assert tiles(empty)["Clusters"] == "0"
    assert "Clusters by size" not in overview.render(empty)


def test_a_check_counts_fresh_repeats_alone_and_tells_its_verdict(report: Report) -> None:
    checked = replace(report, fresh=frozenset(["page.txt:80"]), held=40, verdict=Verdict(broken=("max-new: <1> of 7",)))
    text = overview.render(checked)
    assert "fresh, beside 40 held" in text
    assert tiles(checked)["Duplicates"] == "1"
    assert "Failed: max-new: &lt;1&gt; of 7" in text


def test_what_went_wrong_is_told(report: Report) -> None:
    ill = Symptom(Ailment.CUT, "The <Post>", "", 3, 9, Origin("page.txt"), 0.1)
    skips = tuple(Skip(Origin("page.txt", line, line), "no text") for line in range(30))
    text = overview.render(replace(report, health=(ill,), skipped=skips), left_out=5)
    assert "The &lt;Post&gt;, no date, 3 of 9 stories: the text is cut" in text
    assert "and 10 more" in text
    assert "5 clusters more of this run" in text


def test_relations_are_counted_once_each(report: Report) -> None:
    counts = dict(re.findall(r"</span>(\w+) <b>(\d+)</b>", overview.render(report)))
    assert counts == {"identical": "1", "excerpt": "1", "reworded": "1", "template": "1", "related": "1"}
