import re
from dataclasses import replace

import jsonschema_rs
from hypothesis import given

from dedupe.model import Origin, Relation, Report, Verdict
from dedupe.reports import github
from tests.reports.made import cluster, report_of, reports, story
from tests.reports.test_findings import EXPIRED, accepted

COMMAND = re.compile(r"::(?P<command>[a-z]+) (?P<properties>[^:]*)::(?P<message>[^\r\n]*)")
SCHEMA = {  # what a runner reads of a line: of its properties, no mark of the syntax is left bare
    "type": "object",
    "required": ["command", "title", "message"],
    "dependentRequired": {"line": ["file"], "endLine": ["line"]},
    "properties": {
        "command": {"enum": ["notice", "warning", "error"]},
        "file": {"type": "string", "minLength": 1, "pattern": "^[^:,\r\n]*$"},
        "line": {"type": "integer", "minimum": 1},
        "endLine": {"type": "integer", "minimum": 1},
        "title": {"type": "string", "pattern": "^dedupe"},
        "message": {"type": "string", "minLength": 1},
    },
    "additionalProperties": False,
}


def test_each_new_finding_is_a_warning_at_its_place_the_worst_first(report: Report) -> None:
    first, second, *_ = github.render(report).splitlines()
    assert first.startswith("::warning file=dumps/page.txt,line=310,endLine=319,title=dedupe identical::“中央銀行は金利")
    assert second.endswith("(reworded, 78%25 alike): dumps/page.txt:12")


def test_the_last_line_tells_the_whole(report: Report, empty: Report) -> None:
    quiet = accepted(report, "page.txt:300", "page.txt:310", findings=(EXPIRED,))
    assert github.render(quiet).splitlines()[-1] == (
        "::notice title=dedupe::7 stories, 2 new repeats, 2 quieted as known, 1 skipped"
    )
    assert github.render(empty) == "::notice title=dedupe::0 stories, 0 new repeats, 0 skipped\n"


def test_beyond_ten_the_rest_are_counted() -> None:
    copies = [(story(line, "Rates", 90), Relation.IDENTICAL, 1.0) for line in range(20, 33)]
    *warnings, notice = github.render(report_of(cluster("c", story(1, "Rates", 90), *copies))).splitlines()
    assert len(warnings) == 10
    assert notice.endswith("13 new repeats, 0 skipped, and 3 findings more, which a json or sarif report lists")


@given(reports())
def test_no_title_begins_a_command_or_ends_a_property(report: Report) -> None:
    lines = github.render(report).split("\n")
    assert [line.startswith("::") for line in lines] == [True, True, False]
    assert re.fullmatch(r"::warning file=dumps/page\.txt,line=80,endLine=89,title=dedupe near::.*", lines[0])


def test_a_path_with_marks_of_the_commands_is_escaped_and_standard_input_has_none() -> None:
    near = (story(2, "Ship", origin=Origin("a:b,c%.txt", 7, 9)), Relation.NEAR, 0.9)
    told = report_of(cluster("c", story(1, "Ferry"), near))
    assert "file=a%3Ab%2Cc%25.txt,line=7" in github.render(told)
    piped = cluster("c", story(1, "Ferry"), (replace(near[0], origin=Origin("-", 7, 9)), Relation.NEAR, 0.9))
    assert github.render(report_of(piped)).startswith("::warning title=dedupe near::")


def test_a_check_annotates_fresh_stories_alone(checked: Report) -> None:
    near, reworded, notice = github.render(checked).splitlines()
    assert "line=310," in near
    assert near.endswith(": dumps/page.txt:300")
    assert "line=80," in reworded
    assert notice == (
        "::notice title=dedupe::3 fresh stories, 1,200 held, 2 held already, 2 new repeats, 0 and 1 of the held skipped"
    )


@given(reports())
def test_whatever_a_title_holds_each_line_is_a_command_that_fits_its_schema(report: Report) -> None:
    failed = replace(report, verdict=Verdict(broken=("max-new: 9 of 9\nfresh stories",)))
    for line in github.render(failed).splitlines():
        read = COMMAND.fullmatch(line)
        assert read is not None
        told = dict(each.split("=", 1) for each in read["properties"].split(","))
        numbers = {name: int(told.pop(name)) for name in ("line", "endLine") if name in told}
        jsonschema_rs.validate(SCHEMA, {"command": read["command"], "message": read["message"], **told, **numbers})
