from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Ailment, Origin, Report, Symptom
from dedupe.reports import github, gitlab, json, junit, markdown, sarif, table, table_health
from dedupe.reports.cells import columns
from dedupe.reports.findings import findings
from tests.reports.made import TITLES, report_of

HERE = Origin("dumps/may.jsonl", 12, 12)
WALL = Symptom(Ailment.ONE_TEXT, "The Post", "2026-05-03", 12, 40, HERE, text="Subscribe to read on.")
CUT = Symptom(Ailment.CUT, "The Mail", "2026-05-03", 9, 20, HERE, usual=0.02)
SYMPTOMS = st.builds(Symptom, st.sampled_from(Ailment), TITLES, st.just(""), st.just(3), st.just(9), st.just(HERE), text=TITLES)


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    assert "\n".join(table_health.render((WALL, CUT), 80, colour=False)) in (table_health.__doc__ or "")


@given(st.lists(SYMPTOMS, min_size=1, max_size=4), st.integers(60, 160))
def test_each_finding_is_one_line_that_fits(health: list[Symptom], width: int) -> None:
    lines = table_health.render(health, width, colour=False)
    assert len(lines) == 3 + len(health)
    assert max(map(columns, lines)) <= width


def test_every_format_tells_of_it(report: Report) -> None:
    told = replace(report, health=(WALL, CUT))
    said = "9 of 20 stories of 2026-05-03 from The Mail: the text is cut; usual are 2%"
    assert said in sarif.render(told)
    assert said in junit.render(told)
    assert said in gitlab.render(told)
    assert said.replace("%", "%25") in github.render(told)
    assert "SOURCES  2 findings" in table.render(told)
    assert "## Sources\n\n2 findings on what their scrapers brought.\n\n| finding" in markdown.render(told)
    assert '{"finding": "cut", "source": "The Mail", "day": "2026-05-03", "stories": 9, "of": 20, "usual": 0.02,' in json.render(
        told
    )


def test_its_fingerprint_lasts_while_its_numbers_change(report: Report) -> None:
    before, after = (findings(replace(report, health=(one,)))[-1] for one in (CUT, replace(CUT, stories=10, of=21, usual=0.01)))
    assert (before.fingerprint, before.rule) == (after.fingerprint, "cut")


@given(SYMPTOMS)
def test_nothing_in_a_source_or_a_text_breaks_out(told: Symptom) -> None:
    (one,) = findings(report_of(health=(told,)))
    assert "\n" not in one.message
    assert "\x1b" not in one.message + one.name
