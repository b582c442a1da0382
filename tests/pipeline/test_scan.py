from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe import Report, Settings, Skip, Story
from dedupe.candidates import bands, found
from dedupe.engines.local import Local
from dedupe.engines.store import Rows
from dedupe.model import Origin, Relation
from dedupe.pipeline import compared, scan
from tests.pipeline.made import DUMP, DUMPS
from tests.strategies import costly, story, tale

Step = Callable[[pa.RecordBatch], pa.RecordBatch]
WINDOW = Settings(window=2)
SKIP = Skip(Origin("wire.jsonl", 7, 7), "no title")


class Sliced(Local):
    """An engine that cuts all batches anew, and puts an empty one before each."""

    def __init__(self, size: int, jobs: int = 1) -> None:
        super().__init__(jobs)
        self.size = size

    def load(self, batches: Iterable[pa.RecordBatch], step: Step, note: Step | None = None) -> Rows:
        return super().load(self._cut(batches), step, note)

    def _cut(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for first in range(0, len(batch), self.size):
                yield batch.slice(0, 0)
                yield batch.slice(first, self.size)


def groups(report: Report) -> list[set[str]]:
    return [{member.id for member in cluster.members} for cluster in report.clusters]


@costly
@given(DUMPS, st.randoms(use_true_random=False))
def test_the_order_of_the_stories_changes_nothing(dump: list[Story], random: Random) -> None:
    assert scan(random.sample(dump, len(dump))) == scan(dump)


@costly
@given(DUMPS, st.integers(1, 4), st.integers(1, 3))
def test_neither_batches_nor_threads_nor_empty_batches_change_anything(dump: list[Story], size: int, jobs: int) -> None:
    assert scan(dump, engine=Sliced(size, jobs)) == scan(dump)


@pytest.mark.parametrize("memory", [1, 200_000])
def test_rows_beyond_the_memory_budget_change_nothing(memory: int) -> None:
    assert scan(DUMP, engine=Local(memory=memory)) == scan(DUMP)


def test_comparing_block_by_block_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = scan(DUMP)
    monkeypatch.setattr(compared, "SMALL", 0)
    monkeypatch.setattr(compared, "BLOCK", 400)
    assert scan(DUMP) == at_once


@costly
@given(DUMPS)
def test_two_runs_give_the_same_report(dump: list[Story]) -> None:
    assert scan(dump) == scan(iter(dump))


@costly
@given(DUMPS, st.data())
def test_a_copy_of_a_story_never_splits_a_cluster(dump: list[Story], data: st.DataObject) -> None:
    original = data.draw(st.sampled_from(dump))
    before, after = groups(scan(dump)), groups(scan([*dump, replace(original, id="copy")]))
    assert any({original.id, "copy"} <= group for group in after)
    assert all(any(group <= other for other in after) for group in before if original.id in group)


@costly
@given(DUMPS)
def test_every_member_is_a_duplicate_of_its_canonical_and_has_a_match_with_it(dump: list[Story]) -> None:
    report = scan(dump)
    for cluster in report.clusters:
        assert cluster.members[0] == cluster.canonical
        for member, match in zip(cluster.members[1:], cluster.matches, strict=True):
            assert {match.left, match.right} == {member.id, cluster.canonical.id}
            assert match.relation.is_duplicate
            assert match in report.matches


@costly
@given(DUMPS)
def test_every_story_is_in_one_cluster_or_in_none(dump: list[Story]) -> None:
    report = scan([SKIP, *dump])
    known = {one.id: one for one in dump}
    members = [member for cluster in report.clusters for member in cluster.members]
    assert (report.read, report.skipped) == (len(dump), (SKIP,))
    assert max(Counter(member.id for member in members).values(), default=1) == 1
    assert all(known[member.id] == member for member in members)
    assert len(report.duplicates) + len(report.clusters) == len(members)


@costly
@given(DUMPS)
def test_every_pair_has_one_relation_and_its_stories_are_in_the_report(dump: list[Story]) -> None:
    report = scan(dump)
    pairs = [(match.left, match.right) for match in (*report.matches, *report.related)]
    assert len(set(pairs)) == len(pairs)
    assert all(left < right for left, right in pairs)
    assert {story_id for pair in pairs for story_id in pair} == set(report.stories)
    assert all(match.relation is Relation.RELATED for match in report.related)
    assert all(match.relation is not Relation.RELATED for match in report.matches)


@costly
@given(DUMPS)
def test_without_related_stories_the_duplicates_are_the_same(dump: list[Story]) -> None:
    report, without = scan(dump), scan(dump, Settings(find_related=False))
    assert (without.clusters, without.matches, without.related) == (report.clusters, report.matches, ())


@pytest.mark.parametrize("kind", ["copy", "dateline", "footer", "inserted", "moved", "half", "teaser"])
def test_a_version_of_a_tale_is_in_its_cluster(kind: str) -> None:
    found = groups(scan(DUMP))
    assert all(any({f"copy-{seed}", f"{kind}-{seed}"} <= group for group in found) for seed in range(3))


def test_tales_of_different_casts_are_never_in_one_cluster() -> None:
    assert not [group for group in groups(scan(DUMP)) if len({name[-1] for name in group}) > 1]


@pytest.mark.parametrize("stories", [[], [SKIP]])
def test_no_story_gives_an_empty_report(stories: list[Skip]) -> None:
    report = scan(stories)
    assert (report.read, report.clusters, report.matches, report.related, report.stories) == (0, (), (), (), {})
    assert report.skipped == tuple(stories)


@pytest.mark.parametrize("body", ["", "Fire", "…", "\u200b", "字", "<p></p>", "1"])
def test_a_story_of_a_word_or_none_is_read_and_stays_alone(body: str) -> None:
    report = scan([story("a", body), story("b", tale(1)), story("c", tale(1))])
    assert report.read == 3
    assert groups(report) == [{"b", "c"}]


def test_empty_stories_are_no_duplicates_of_each_other() -> None:
    assert scan([story(name, "") for name in "abc"]).clusters == ()


def test_a_later_story_of_the_same_id_is_named_after_where_it_stands() -> None:
    first, later = story("a", tale(1), origin=Origin("w.csv", 2)), story("a", tale(1), origin=Origin("w.csv", 9))
    report = scan([first, later, later])
    assert groups(report) == [{"a", "a@w.csv:9", "a@w.csv:9#2"}]
    assert report.repeated_ids == 2


def test_the_recall_stated_is_that_of_the_bands() -> None:
    settings = Settings(near=0.6, recall=0.9)
    recall = scan([story("a", tale(1))], settings).recall
    assert (recall.bands, recall.rows) == bands(settings)
    assert recall.expected == found(0.6, *bands(settings)) >= 0.9


def test_progress_is_told_stage_by_stage() -> None:
    stages: list[str] = []
    scan([*DUMP, *(story(f"t{n}", "A word.") for n in range(1000))], progress=lambda stage, done, total: stages.append(stage))
    assert stages[0] == "reading"
    assert len(set(stages)) > 3


@pytest.mark.parametrize(("policy", "name"), [("earliest", "half-0"), ("latest", "footer-0"), ("longest", "footer-0")])
def test_the_policy_chooses_who_speaks(policy: str, name: str) -> None:
    days = {"copy-0": 4, "half-0": 2, "footer-0": 6, "teaser-0": 1}
    told = [replace(one, published=datetime(2024, 3, days[one.id], tzinfo=UTC)) for one in DUMP if one.id in days]
    assert [cluster.canonical.id for cluster in scan(told, Settings(canonical=policy)).clusters] == [name]


def test_the_id_of_a_cluster_comes_from_its_content() -> None:
    renamed = [replace(one, id=f"x{one.id}", origin=Origin("other.csv", 3)) for one in DUMP]
    assert {cluster.id for cluster in scan(renamed).clusters} == {cluster.id for cluster in scan(DUMP).clusters}


@pytest.mark.parametrize(("days", "merged"), [(0, True), (3, True), (2, False)])
def test_stories_published_further_apart_than_the_window_are_not_compared(days: int, merged: bool) -> None:
    first, later = (story(name, tale(1), published=datetime(2025, 5, day, tzinfo=UTC)) for name, day in (("a", 1), ("b", 4)))
    assert bool(scan([first, later], Settings(window=days)).clusters) is merged
    assert scan([first, replace(later, published=None)], Settings(window=days)).clusters


def test_a_window_holds_for_a_whole_cluster() -> None:
    days = {f"d{day}": day for day in range(1, 10)}
    report = scan([story(name, tale(1), published=datetime(2025, 5, day, tzinfo=UTC)) for name, day in days.items()], WINDOW)
    assert report.clusters
    for cluster in report.clusters:
        assert max(abs(days[member.id] - days[cluster.canonical.id]) for member in cluster.members) <= WINDOW.window
