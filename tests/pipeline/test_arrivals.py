from dataclasses import replace

from dedupe.model import Origin, Skip, Story
from dedupe.pipeline import Arrivals, Opened

HELD = [Story("a", "A ferry", "It ran aground."), Story("b", "A bridge", "It stays shut.")]
SKIP = Skip(Origin("old.jsonl", 3), "no text")


def gone_by(held: list[Story | Skip], fresh: list[Story | Skip]) -> tuple[list[str], Arrivals]:
    arrivals = Arrivals(Opened(held), Opened(fresh))
    return [name for chunk in arrivals for name in chunk.id], arrivals


def test_held_stories_come_first_and_fresh_ones_are_told_apart() -> None:
    names, arrivals = gone_by([*HELD], [Story("c", "", "New.")])
    assert names == ["a", "b", "c"]
    assert (arrivals.fresh, arrivals.held, arrivals.already) == ({"c"}, 2, 0)


def test_what_is_held_word_for_word_under_its_id_comes_no_more() -> None:
    names, arrivals = gone_by([*HELD], [HELD[1], replace(HELD[0], id="c")])
    assert names == ["a", "b", "c"]
    assert (arrivals.fresh, arrivals.already) == ({"c"}, 1)


def test_another_text_of_a_held_id_gets_a_name_of_its_own() -> None:
    names, arrivals = gone_by([*HELD], [replace(HELD[0], title="A ferry runs aground")])
    assert names == ["a", "b", "a@-:1"]
    assert (arrivals.fresh, arrivals.repeated) == ({"a@-:1"}, ["a@-:1"])


def test_what_could_not_be_read_of_the_held_stays_apart() -> None:
    arrivals = Arrivals(Opened([*HELD, SKIP]), Opened([replace(SKIP, reason="no title")]))
    assert [skip.reason for chunk in arrivals for _, skip in chunk.skips] == ["no title"]
    assert arrivals.skipped == [SKIP]
