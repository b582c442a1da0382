from dataclasses import replace
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.engines.local import Local
from dedupe.evaluate.gold import Pair, ordered
from dedupe.model import Audit, Story
from dedupe.pipeline import audit, rescore, scan
from dedupe.pipeline.audit import Z, wilson
from dedupe.pipeline.corpus import Corpus
from dedupe.pipeline.find import LAST_DUPLICATE, find
from dedupe.rows import batches, chunked
from dedupe.settings import Settings
from tests.benchmarks.corpus import Plan
from tests.benchmarks.corpus import corpus as planted

COUNTS = st.integers(0, 200).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


@given(COUNTS)
def test_the_interval_holds_the_share_and_stays_within_all(counts: tuple[int, int]) -> None:
    found, total = counts
    low, high = wilson(found, total)
    assert 0 <= low <= (found / total if total else 0.5) <= high <= 1


@given(COUNTS.filter(lambda counts: counts[1] > 0))
def test_the_ends_of_the_interval_are_shares_that_lie_z_deviations_away(counts: tuple[int, int]) -> None:
    found, total = counts
    for end in wilson(found, total):
        if 0 < end < 1:
            assert (found / total - end) ** 2 == pytest.approx(Z**2 * end * (1 - end) / total)


def test_the_interval_is_the_one_of_the_textbook() -> None:
    assert wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    records = [record for part, _ in planted(Plan(stories=90, words=120, viral=12)) for record in part]
    return [Story(record.id, record.title, record.text, source=record.source) for record in records]


def audited(stories: list[Story], sampled: int) -> tuple[Audit, set[Pair]]:
    """Return the audit of a run that names every other pair it scored, and has no cluster; and the duplicates it names."""
    signed = Corpus(batches(chunked(stories)), Settings(audit=sampled), Local())
    found = find(signed, silent)
    odd = found.scored.where(np.arange(len(found.scored.pairs)) % 2 == 0)
    half = found._replace(centre=np.arange(signed.size, dtype=np.int32), scored=odd)
    kept = half.scored.pairs[half.scored.relation <= LAST_DUPLICATE]
    ids = [story.id for story in signed.stories(np.arange(signed.size))]
    made = audit.audit(signed, half, silent)
    assert made
    return made, {ordered(ids[left], ids[right]) for left, right in kept.tolist()}


def silent(stage: str, done: int, total: int) -> None:
    pass


@pytest.fixture(scope="module")
def every(stories: list[Story]) -> tuple[Audit, set[Pair]]:
    return audited(stories, len(stories))


def test_an_audit_of_every_story_tells_all_that_the_run_missed(every: tuple[Audit, set[Pair]], stories: list[Story]) -> None:
    made, named = every
    pairs = list(combinations(sorted(story.id for story in stories), 2))
    duplicates = {pair for pair, match in rescore(stories, Settings(), pairs).items() if match.relation.is_duplicate}
    assert (made.sampled, made.pairs, made.found) == (len(stories), len(duplicates), len(named))
    assert {(match.left, match.right) for match in made.missed} == duplicates - named


def test_what_was_missed_is_told_most_alike_first(every: tuple[Audit, set[Pair]]) -> None:
    made, _ = every
    similarities = [match.similarity for match in made.missed]
    assert len(similarities) > 1
    assert similarities == sorted(similarities, reverse=True)
    assert made.low < made.share < made.high


def test_a_sample_tells_what_was_missed_of_its_own_pairs(every: tuple[Audit, set[Pair]], stories: list[Story]) -> None:
    made, _ = audited(stories, 30)
    assert set(made.missed) < set(every[0].missed)
    assert 0 < made.pairs < every[0].pairs


def test_a_corpus_taken_in_blocks_is_audited_as_one_in_memory(stories: list[Story], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = audited(stories, 30)
    monkeypatch.setattr(audit, "BLOCK", 1_000)
    assert audited(stories, 30) == whole


def test_more_stories_than_there_are_are_all_of_them(every: tuple[Audit, set[Pair]], stories: list[Story]) -> None:
    assert audited(stories, 10_000) == every


def test_stories_of_one_cluster_were_found_whether_or_not_they_were_compared(stories: list[Story]) -> None:
    made = scan(stories, Settings(audit=len(stories), find_related=False)).audit
    assert made
    assert made.missed == ()


def test_an_audit_changes_nothing_else(stories: list[Story]) -> None:
    plain = scan(stories, Settings())
    assert replace(scan(stories, Settings(audit=5)), audit=None, settings=plain.settings) == plain


def test_the_order_of_the_stories_draws_no_other_sample(stories: list[Story]) -> None:
    shuffled = Random(3).sample(stories, len(stories))
    assert scan(shuffled, Settings(audit=20)).audit == scan(stories, Settings(audit=20)).audit


def test_of_no_duplicates_all_are_found() -> None:
    found = scan([Story(f"s{i}", "", "") for i in range(3)], Settings(audit=3)).audit
    assert found
    assert (found.sampled, found.pairs, found.share, found.low, found.high) == (3, 0, 1.0, 0.0, 1.0)


def test_no_audit_is_made_unless_asked_for_nor_of_nothing(stories: list[Story]) -> None:
    assert scan(stories[:10], Settings()).audit is None
    assert scan([], Settings(audit=3)).audit is None
