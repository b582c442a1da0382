from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Aligned, Explanation, Match, Relation
from dedupe.reports import explain
from dedupe.reports.cells import columns
from tests.reports.made import TITLES, story

DRONE, LOST = story(12, "Drone falls into the sea", 412), story(80, "Drone lost over the sea", 388)
MATCH = Match(DRONE.id, LOST.id, Relation.REWORDED, 0.21, 0.55, 0.71, 0.62, 0.58, 0.83, run=14)
EXPLANATION = Explanation(
    left=DRONE,
    right=LOST,
    relation=Relation.REWORDED,
    match=MATCH,
    rules=(
        (Relation.IDENTICAL, "equal normal text", False),
        (Relation.NEAR, "jaccard 0.21 >= 0.50, anchor 0.83 >= 0.50", False),
        (Relation.REWORDED, "cosine 0.71 >= 0.50, anchor 0.83 >= 0.50", True),
    ),
    sources=("fingerprints", "neighbours"),
    sentences=(
        Aligned(
            "A drone fell into the sea on Tuesday, the navy said.",
            "The navy has lost a drone over the sea, it said on Wednesday.",
            0.71,
        ),
    ),
    shared=("Orn", "412"),
    missing=(("Falk",), ()),
    masked=(("Read more on our front page.",), ("All rights reserved by the Lorne Post.",)),
)


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    assert explain.render(EXPLANATION) in (explain.__doc__ or "")


def test_a_pair_without_a_relation_says_so_and_what_missed_it() -> None:
    apart = explain.render(replace(EXPLANATION, relation=None, sources=()))
    assert "\nno relation; no candidate source proposes them\n" in apart


@pytest.mark.parametrize("relation", list(Relation))
def test_the_verdict_tells_duplicates_from_others(relation: Relation) -> None:
    kind = "duplicates" if relation.is_duplicate else "not duplicates"
    assert f"\n{relation}, {kind}: similarity " in explain.render(replace(EXPLANATION, relation=relation))


def test_the_best_matched_sentences_come_first_and_their_number_is_told() -> None:
    many = tuple(Aligned(f"left {n}", f"right {n}", n / 40) for n in range(explain.SHOWN + 8))
    text = explain.render(replace(EXPLANATION, sentences=many))
    assert "best match (12 of 20)" in text
    assert text.index("left 19") < text.index("left 8")
    assert "left 7\n" not in text


def test_a_sentence_without_a_partner_has_a_dash() -> None:
    assert "  0.00  left   Alone.\n        right  -\n" in explain.render(
        replace(EXPLANATION, sentences=(Aligned("Alone.", "", 0.0),))
    )


def test_nothing_is_said_of_boilerplate_where_none_was_left_out() -> None:
    assert "boilerplate" not in explain.render(replace(EXPLANATION, masked=((), ())))


def test_of_much_boilerplate_the_first_sentences_are_shown_and_all_are_counted() -> None:
    text = explain.render(
        replace(EXPLANATION, masked=(tuple(f"Line {n}." for n in range(10)), ("Line 10.", "Line 11.", "Line 12.")))
    )
    assert "\nleft out as boilerplate: 13\n" in text
    assert "  right  Line 11.\n" in text
    assert "Line 12." not in text


@given(TITLES, TITLES, st.integers(60, 160))
def test_no_title_and_no_sentence_adds_a_line_or_widens_one(title: str, sentence: str, width: int) -> None:
    told = replace(
        EXPLANATION,
        left=replace(DRONE, title=title),
        sentences=(Aligned(sentence, title, 0.5),),
        shared=(title, sentence),
        masked=((sentence,), (title,)),
        sources=("equal text", "bands", "fingerprints", "neighbours"),
    )
    lines = explain.render(told, width).split("\n")
    assert max(map(columns, lines)) <= width
    assert len(lines) == len(explain.render(replace(told, left=DRONE, sentences=EXPLANATION.sentences), width).split("\n"))
