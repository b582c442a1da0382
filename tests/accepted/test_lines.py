import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.accepted import COPIES, Decision, Verdict, added, read, render
from dedupe.errors import ReadError
from dedupe.model import Origin
from tests.accepted.made import decided

LINE = {"left": "1" * 16, "right": "2" * 16, "verdict": "known", "why": "both editions"}
DIGITS = st.sampled_from("0123456789abcdef")


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    left, right, verdict = draw(DIGITS), draw(DIGITS), draw(st.sampled_from(Verdict))
    if verdict is Verdict.KEEP and left == right:
        verdict = Verdict.KNOWN
    copies = draw(st.just(COPIES[left == right]) | st.tuples(st.integers(1, 9), st.integers(1, 9)))
    made = decided(left, right, verdict, until=draw(st.none() | st.dates()), copies=copies)
    return replace(made, why=draw(st.text("ab\n\u2028é\"'", min_size=1).filter(str.strip)), origin=Origin("-"))


def kept(path: Path, text: str) -> list[Decision]:
    path.write_text(text, encoding="utf-8")
    return [replace(told, origin=Origin("-")) for told in read(str(path))]


@given(told=st.lists(decisions(), max_size=6))
def test_what_is_written_is_read_again_and_written_alike_in_any_order(
    told: list[Decision], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "written.jsonl"
    text = render(told)
    assert render(kept(path, text)) == render(reversed(told)) == text
    assert [json.loads(line)["verdict"] for line in text.splitlines()] == [str(line.verdict) for line in read(str(path))]


def test_a_line_reads_as_a_person_expects_it() -> None:
    assert render([decided("b", "a", until=date(2027, 6, 30), copies=(1, 2))]) == (
        '{"left": "aaaaaaaaaaaaaaaa", "right": "bbbbbbbbbbbbbbbb", "verdict": "known", "why": "both wanted", '
        '"until": "2027-06-30", "copies": [2, 1], "titles": ["Story a", "Story b"]}\n'
    )


def test_the_story_that_is_kept_stays_on_the_left() -> None:
    assert '{"left": "bbbbbbbbbbbbbbbb"' in render([decided("b", "a", "keep")])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON at column 2: "),
        ("[1]", "no JSON object; a line is one, with left, right, verdict, why"),
        ("[" * 100_000, "nested too deep"),
        ("<<<<<<< HEAD", "a merge conflict; keep the lines that hold, and drop the marks"),
        ("=======", "a merge conflict"),
        (LINE | {"whyy": "x"}, "unknown key 'whyy'; a line has left, right, verdict, why, until, copies, titles"),
        ({"left": "1" * 16}, "no 'right'; a line needs left, right, verdict, why"),
        (LINE | {"left": "12"}, "left is '12'; it is a content: 16 hexadecimal digits"),
        (LINE | {"right": 7}, "right is 7; it is a content"),
        (LINE | {"verdict": "knwon"}, "verdict is 'knwon'; choose one of known, different, same, keep"),
        (LINE | {"verdict": ["known"]}, "verdict is ['known']; choose one of"),
        (LINE | {"verdict": "keep", "right": "1" * 16}, "keep names one content twice"),
        (LINE | {"why": " "}, "why is empty; say in a few words why"),
        (LINE | {"until": "soon"}, "until is 'soon'; write a day, as 2027-06-30"),
        (LINE | {"until": "2027-02-30"}, "until is '2027-02-30'; write a day"),
        (LINE | {"until": 2027}, "until is 2027; write a day"),
        (LINE | {"titles": ["one"]}, "titles are not two texts"),
        (LINE | {"copies": [0, 1]}, "copies are [0, 1]; write how many stories of each content are meant"),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_what_to_write(line: object, said: str, tmp_path: Path) -> None:
    path = tmp_path / "decided.jsonl"
    path.write_text(f"{json.dumps(LINE)}\n\n{line if isinstance(line, str) else json.dumps(line)}\n")
    with pytest.raises(ReadError) as raised:
        read(str(path))
    assert str(raised.value).startswith(f"{path}:3: {said}")


@pytest.mark.parametrize(
    ("content", "said"), [(b"\xff", "not UTF-8 at byte 0"), (None, "no such file or directory; `dedupe accept`")]
)
def test_a_file_that_cannot_be_read_is_named(content: bytes | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "decided.jsonl"
    if content:
        path.write_bytes(content)
    with pytest.raises(ReadError) as raised:
        read(str(path))
    assert f"{path}: {said}" in str(raised.value)


def test_an_empty_file_decides_nothing(tmp_path: Path) -> None:
    assert kept(tmp_path / "empty.jsonl", "\n \r\n") == []


def test_a_new_decision_replaces_what_was_said_against_it_and_no_more() -> None:
    before = [decided("1", "2"), decided("2", "1", "keep"), decided("1", "3")]
    parted = added(before, [decided("2", "1", "different")])
    assert {(told.pair[1][0], str(told.verdict)) for told in parted} == {("3", "known"), ("2", "different")}
    joined = added(parted, [decided("1", "2", "same"), decided("1", "2", "known")])
    assert {(told.pair[1][0], str(told.verdict)) for told in joined} == {("3", "known"), ("2", "same"), ("2", "known")}


def test_a_line_that_is_said_again_has_the_new_words_and_the_greater_number_of_copies() -> None:
    (told,) = added([decided("2", "1", copies=(3, 1))], [decided("1", "2", copies=(2, 2), until=date(2027, 1, 1))])
    assert (told.copies, told.until) == ((2, 3), date(2027, 1, 1))
