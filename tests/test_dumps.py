"""The dumps of fixtures/ have the clusters that a reader gave them in their gold files, and no other."""

from pathlib import Path

import pytest

from dedupe import Report, Story, scan
from dedupe.evaluate import Evaluation, Gold, evaluate, gold_of_field, read_gold
from dedupe.model import Relation
from dedupe.readers import Fields, read_all

DUMPS = Path(__file__).parent.parent / "fixtures" / "dumps"
FULL, TEASERS = 13, 7  # stories on the page
UNNAMED = {"none", "same cluster", "unseen"}  # what a run says of a pair for which it gives no relation


@pytest.fixture(autouse=True)
def in_the_folder_of_the_dumps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DUMPS)


def stories(*names: str) -> list[Story]:
    return [story for story in read_all(names) if isinstance(story, Story)]


def judged(name: str, gold: Gold) -> Evaluation:
    told = stories(name)
    return evaluate(scan(told), gold, [story.id for story in told])


def titles(report: Report) -> set[frozenset[str]]:
    """Return the titles of the stories of each event."""
    return {frozenset(report.stories[story_id].title for story_id in event) for event in report.events}


@pytest.mark.parametrize("name", ["archive", "wire"])
def test_a_dump_has_the_clusters_of_its_gold_and_no_other(name: str) -> None:
    gold = read_gold(f"{name}.gold.json")
    found = judged(next(str(path) for path in Path().glob(f"{name}.[jt]*")), gold)
    assert (found.unknown, found.figures.pairwise.f1) == ((), 1.0), (found.false_merges, found.misses)
    assert found.canonicals is not None
    assert found.canonicals.right == found.canonicals.total


def test_stories_in_ten_languages_find_their_other_wording_and_nothing_else() -> None:
    labelled = [story for story in read_all(["world.jsonl"], Fields(source="cluster")) if isinstance(story, Story)]
    found = judged("world.jsonl", gold_of_field({story.id: story.source for story in labelled}))
    assert found.figures.pairwise.f1 == 1.0, (found.false_merges, found.misses)


def test_what_the_report_says_of_a_pair_of_the_wire_is_what_a_reader_says() -> None:
    relations = judged("wire.jsonl", read_gold("wire.gold.csv")).relations
    assert {told.gold for told in relations} == set(Relation)
    assert [told for told in relations if told.found not in {told.gold, *UNNAMED}] == []


@pytest.mark.parametrize("name", ["archive.txt", "wire.jsonl", "world.jsonl"])
def test_a_second_run_on_the_stories_that_were_kept_finds_no_duplicate(name: str) -> None:
    told = stories(name)
    first = scan(told)
    assert first.duplicates
    assert scan(story for story in told if story not in first.duplicates).clusters == ()


def test_no_story_of_one_dump_is_taken_for_one_of_another() -> None:
    told = stories("archive.txt", "wire.jsonl", "wire.csv", "world.jsonl")
    alone = [
        {m.id for m in c.members} for name in ("archive.txt", "wire.jsonl", "world.jsonl") for c in scan(stories(name)).clusters
    ]
    together = [{m.id for m in c.members} for c in scan(told).clusters]
    assert sorted(map(sorted, together)) == sorted(map(sorted, alone))


def test_every_story_of_the_page_is_read_and_its_teasers_are_known() -> None:
    told = stories("archive.txt")
    assert (len(told), sum(story.truncated for story in told)) == (FULL + TEASERS, TEASERS)
    assert not any("embedpost" in story.body or "Read more" in story.body for story in told)
    assert all(len(story.summary) in (2, 3) for story in told if not story.truncated)


def test_the_page_shows_the_events_at_a_glance() -> None:
    drone = {
        "Kaldrian crew reckless over drone, Velmora says",
        "Encounter with Kaldrian helicopter led to loss of survey drone",
        "Drone loss: Velmora sends a dive ship to find the recorder",
        "Drone loss: A dangerous half hour in the strait",
        "Velmora-Kaldria ties in “deep freeze” after drone loss",
    }
    siege = {
        "Grim toll reported as the fight for Halvesk drags on",
        "Cruel losses are reported as fight for Halvesk drags on",
        "Sorrenia, Drovia each claim scores of enemy fighters killed in Halvesk",
        "140 fighters fall in a day in struggle for Halvesk",
        "Siege of Halvesk is wearing out Drovia’s best brigades, adviser says",
    }
    speech = {"Kaldria is being “fenced in at sea”, says Dusan Orlik", "Orlik: Shipowners who stayed will be rewarded"}
    assert titles(scan(["archive.txt"])) == {frozenset(drone), frozenset(siege), frozenset(speech)}


def test_one_form_with_other_facts_is_a_template_and_one_text_under_three_titles_is_furniture() -> None:
    page, wire = scan(["archive.txt"]), scan(["wire.jsonl"])
    (form,) = [match for match in page.matches if match.relation is Relation.TEMPLATE]
    assert {page.stories[side].title.split()[0] for side in (form.left, form.right)} == {"Brightwater", "Corvane"}
    assert [len(finding.stories) for finding in wire.furniture] == [3, 3]


def test_a_broken_line_costs_one_line_and_a_repeated_id_no_story() -> None:
    records = list(read_all(["wire.jsonl"]))
    assert [record.origin.line for record in records if not isinstance(record, Story)] == [32]
    assert [story.id for story in stories("wire.jsonl") if story.id.startswith("nl-live")] == ["nl-live", "nl-live@wire.jsonl:33"]
