"""The line over tables finds what the line by node finds, whatever the parts and the order the stories are in."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe import Report, Settings, Story, scan
from dedupe.accepted import COPIES, Decision, Verdict, settle
from dedupe.errors import DedupeError, ReadError
from dedupe.pipeline import Opened, scan_decided
from dedupe.reports import json
from tests.engines.plain_tables import PlainTables
from tests.pipeline.decisions import BAKER, FERRY, MILLER, TODAY, contents
from tests.pipeline.made import DUMP, DUMPS, version
from tests.strategies import costly, story

DUMP_FILES = sorted(str(path) for path in Path("fixtures/dumps").glob("*.[tcj]*") if "gold" not in path.name)
PARTS = (1, 3, 17)


def same(inputs: list[Story] | list[str], settings: Settings, tables: PlainTables) -> None:
    assert printed(scan(inputs, settings, engine=tables)) == printed(scan(inputs, settings))


def printed(report: Report) -> str:
    return "".join(json.render(report))


@pytest.mark.parametrize("parts", PARTS)
@pytest.mark.parametrize("path", DUMP_FILES)
def test_a_dump_gives_the_same_report_byte_for_byte(path: str, parts: int) -> None:
    same([path], Settings(), PlainTables(parts, seed=parts))


def test_all_dumps_together_do_so_too() -> None:
    same([*DUMP_FILES, *DUMP_FILES[:1]], Settings(), PlainTables(5, seed=2))


@costly
@given(DUMPS, st.sampled_from(PARTS), st.integers(0, 99))
def test_versions_of_a_few_tales_give_the_same_report(dump: list[Story], parts: int, seed: int) -> None:
    same(dump, Settings(), PlainTables(parts, seed))


@pytest.mark.parametrize(
    "settings",
    [
        Settings(find_related=False),
        Settings(canonical="earliest", shingle_size=2),
        Settings(canonical="latest", num_perm=64, near=0.7),
        Settings(window=3, neighbours=2, fingerprint_cap=2),
        Settings(canonical="longest", background=0),
    ],
    ids=str,
)
def test_settings_are_heeded_alike(settings: Settings) -> None:
    dump = [*DUMP, version("more", 1, "copy"), version("and", 2, "inserted")]
    same(dump, settings, PlainTables(3, 1))


def test_a_bucket_in_many_pieces_changes_nothing() -> None:
    viral = [version(f"v{n}", 1, "copy" if n % 3 else "inserted") for n in range(150)]
    same([*viral, *DUMP], Settings(), PlainTables(3, 1, most=7))


def test_boilerplate_is_left_out_alike() -> None:
    footed = [story(f"f{n}", f"{version('x', n, 'copy').body}\n\nAll of this first stood in the Lorne Post.") for n in range(12)]
    same([*footed, *DUMP], Settings(), PlainTables(4, 3))


def test_placeholders_are_told_alike() -> None:
    titles = [version("x", n, "copy").body.split(".")[0] for n in range(9)]
    same([story(f"p{n}", "Blah blah blah.", title) for n, title in enumerate(titles)], Settings(), PlainTables(4, 3))


@pytest.mark.parametrize(
    "lines",
    [
        [("moved", "noted", "different")],
        [("baker", "moved", "same"), ("baker", "miller", "same")],
        [("moved", "whole", "keep")],
        [("moved", "noted", "known"), ("baker", "miller", "same")],
        [("moved", "noted", "different"), ("baker", "moved", "same"), ("noted", "whole", "keep")],
    ],
)
def test_decisions_are_followed_alike(lines: list[tuple[str, str, str]]) -> None:
    dump = [*FERRY, BAKER, MILLER, version("more", 1, "copy")]
    name = contents(dump)
    decisions = [
        Decision(name[left], name[right], Verdict(verdict), "why", copies=COPIES[name[left] == name[right]])
        for left, right, verdict in lines
    ]
    reports = [
        scan_decided(Opened(dump), Settings(), settle(decisions, TODAY), engine=engine) for engine in (None, PlainTables(3, 5))
    ]
    assert printed(reports[0]) == printed(reports[1])


def test_nothing_is_an_empty_report() -> None:
    same([], Settings(), PlainTables())


def test_what_cannot_be_read_is_told_or_where_that_is_wanted_refused(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text('{"id": "a", "text": "A tale of two."}\n{broken\n{"id": "b"}\n')
    same([str(path)], Settings(), PlainTables())
    with pytest.raises(ReadError, match=r"wire\.jsonl:2: is not JSON"):
        scan_decided(Opened([str(path)], strict=True), Settings(), engine=PlainTables())


def test_an_audit_is_refused_in_words() -> None:
    with pytest.raises(DedupeError, match="leave it out"):
        scan(DUMP, Settings(audit=3), engine=PlainTables())
