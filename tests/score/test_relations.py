from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Relation
from dedupe.score import ORDER, UNKNOWN, Features, Scores, overlaps, relations, rules
from dedupe.score.relations import NONE
from tests.score.made import block
from tests.strategies import DEFAULT, costly, law, sentences

NOTHING: dict[str, Any] = {
    **dict.fromkeys(Scores._fields, 0.0),
    **{"equal": False, "anchor": 1.0, "short_anchor": 1.0, "figures": 1.0, "sides": (0.0, 0.0), "lengths": (100, 100)},
}
LEVELS = st.integers(0, 20).map(lambda n: n / 20)
SCORES = st.fixed_dictionaries(
    {
        **dict.fromkeys(("jaccard", "containment", "cosine", "anchor", "short_anchor", "told", "coverage", "alignment"), LEVELS),
        "equal": st.booleans(),
        "matched": st.integers(0, 6),
        "lengths": st.tuples(st.integers(1, 40), st.integers(1, 40)),
    }
)
FLAGS = st.tuples(st.booleans(), st.booleans())
Known = dict[str, Any]


@cache
def rows() -> Features:
    """Return two stories, whole and no stubs."""
    return block(sentences(2))


def arrays(known: Known) -> Scores:
    """Return the scores of one pair; what is not given is 0, the anchors 1."""
    return Scores(*(np.array([{**NOTHING, **known}[name]]) for name in Scores._fields))


def told(known: Known, **sides: Any) -> Relation | None:
    """Return the relation of a pair of these scores; `sides` are what is known of its two stories."""
    columns: Any = {name: np.array(values) for name, values in sides.items()}
    both = rows()._replace(**columns)
    place = int(relations(np.array([[0, 1]], np.int32), arrays(known), both, DEFAULT)[0])
    return None if place == NONE else ORDER[place]


@law
@given(st.lists(SCORES, min_size=1, max_size=6), FLAGS, FLAGS)
def test_a_pair_has_the_first_relation_that_fits_and_no_other(
    every: list[Known], stub: tuple[bool, bool], truncated: tuple[bool, bool]
) -> None:
    both = rows()._replace(stub=np.array(stub), truncated=np.array(truncated))
    columns = Scores(*(np.array([{**NOTHING, **known}[name] for known in every]) for name in Scores._fields))
    pairs = np.array([[0, 1]] * len(every), np.int32)
    fits = rules(pairs, columns, both, DEFAULT)
    assert [*fits] == sorted(fits, key=ORDER.index)
    found = relations(pairs, columns, both, DEFAULT)
    assert found.tolist() == [next((ORDER.index(name) for name, fit in fits.items() if fit[p]), NONE) for p in range(len(every))]


@pytest.mark.parametrize(
    ("known", "relation"),
    [
        ({}, None),
        ({"equal": True}, Relation.IDENTICAL),
        ({"jaccard": 0.5, "anchor": 0.5}, Relation.NEAR),
        ({"jaccard": 0.5, "anchor": 0.49}, Relation.TEMPLATE),
        ({"jaccard": 0.5, "figures": 0.2}, Relation.NEAR),
        ({"jaccard": 0.5, "figures": 0.19}, Relation.TEMPLATE),
        ({"jaccard": 0.49}, None),
        ({"containment": 0.55, "lengths": (70, 100)}, Relation.EXCERPT),
        ({"containment": 0.55, "lengths": (71, 100)}, None),
        ({"containment": 0.54, "lengths": (70, 100)}, None),
        ({"containment": 0.55, "lengths": (70, 100), "short_anchor": 0.49}, None),
        ({"containment": 1.0, "lengths": (11, 100)}, None),
        ({"cosine": 0.5, "told": 0.75, "alignment": 0.47}, Relation.REWORDED),
        ({"cosine": 0.49, "told": 0.75, "alignment": 0.47}, Relation.RELATED),
        ({"cosine": 0.5, "told": 0.74, "alignment": 0.47}, Relation.RELATED),
        ({"cosine": 0.5, "told": 0.75, "alignment": 0.46}, Relation.RELATED),
        ({"coverage": 0.45, "matched": 4}, Relation.REWORDED),
        ({"coverage": 0.45, "matched": 3}, None),
        ({"coverage": 0.44, "matched": 4}, None),
        ({"coverage": 0.45, "matched": 4, "anchor": 0.49}, Relation.TEMPLATE),
        ({"alignment": 0.23}, Relation.RELATED),
        ({"alignment": 0.22}, None),
        ({"jaccard": 0.5, "lengths": (5, 5)}, Relation.NEAR),
        ({"coverage": 1.0, "matched": 9, "lengths": (5, 90)}, None),
    ],
)
def test_a_threshold_is_reached_at_its_value_and_not_below(known: Known, relation: Relation | None) -> None:
    assert told(known) == relation


@pytest.mark.parametrize("side", [(True, False), (False, True)])
def test_a_cut_text_is_an_excerpt_at_any_length(side: tuple[bool, bool]) -> None:
    assert told({"containment": 0.55, "lengths": (99, 100)}, truncated=side) is Relation.EXCERPT


@pytest.mark.parametrize("side", [(True, False), (False, True), (True, True)])
def test_a_stub_is_only_identical_and_only_under_one_title(side: tuple[bool, bool]) -> None:
    everything: Known = {"equal": True, "jaccard": 1.0, "containment": 1.0, "cosine": 1.0, "coverage": 1.0, "matched": 9}
    assert told(everything, stub=side, title=(7, 7)) is Relation.IDENTICAL
    assert told(everything, stub=side, title=(7, 8)) is None


@costly
@given(st.integers(0, 20), st.integers(0, 20), st.integers(3, 30))
def test_distinct_stories_that_share_twelve_words_in_a_row_overlap(before: int, after: int, size: int) -> None:
    words = [" ".join(sentences(12, seed)).split() for seed in range(3)]
    passage = words[2][:size]
    both = block([" ".join(words[0][:before] + passage), " ".join(passage + words[1][:after])])
    shared = np.array([size - DEFAULT.shingle_size + 1])
    found, runs = overlaps(np.array([[0, 1]], np.int32), np.array([NONE], np.int8), shared, both, DEFAULT)
    assert found.tolist() == [ORDER.index(Relation.OVERLAP) if size >= DEFAULT.run else NONE]
    assert runs.tolist() == [size if shared[0] >= 5 else UNKNOWN]


def test_what_is_a_duplicate_or_a_template_stays_so_whatever_it_shares() -> None:
    both, kept = block([" ".join(sentences(9))] * 2), [ORDER.index(name) for name in Relation if name < Relation.OVERLAP]
    pairs, many = np.array([[0, 1]] * len(kept), np.int32), np.full(len(kept), 99)
    found, runs = overlaps(pairs, np.array(kept, np.int8), many, both, DEFAULT)
    assert (found.tolist(), runs.tolist()) == (kept, [int(both.words.starts[1])] * len(kept))
