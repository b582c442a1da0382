import pytest

from dedupe.errors import DedupeError
from dedupe.model import Relation, Story
from dedupe.pipeline import rescore, scan
from dedupe.settings import Settings

TOLD = "The ferry Halina ran aground off Port Amsel on Sunday night with 84 people on board, the coast guard said."
OTHER = "Bakers in the old town of Drun have won the right to sell bread before dawn, after a dispute of eleven years."
STORIES = [Story("f2", "", TOLD), Story("f1", "", f"Updated: {TOLD}"), Story("b1", "", OTHER)]


def test_a_pair_that_a_run_compared_scores_as_in_its_report() -> None:
    (match,) = scan(STORIES, Settings()).matches
    assert rescore(STORIES, Settings(), [("f1", "f2")]) == {("f1", "f2"): match}


def test_stories_that_have_nothing_in_common_have_scores_too() -> None:
    found = rescore(STORIES, Settings(), [("b1", "f1"), ("b1", "f2")])
    assert {pair: match.relation for pair, match in found.items()} == dict.fromkeys(found, Relation.RELATED)
    assert max(match.similarity for match in found.values()) < 0.5


def test_no_pair_has_no_scores() -> None:
    assert rescore(STORIES, Settings(), []) == {}


def test_an_unknown_id_is_refused_by_name() -> None:
    with pytest.raises(DedupeError, match="'f9'"):
        rescore(STORIES, Settings(), [("f1", "f9")])
