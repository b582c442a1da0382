import json
from dataclasses import replace
from pathlib import Path

import pytest

from dedupe.candidates import bands, found
from dedupe.engines.local import HELD, Local
from dedupe.errors import ReadError
from dedupe.pipeline import scan
from dedupe.pipeline.plan import PROGRAM, plan
from dedupe.settings import Settings
from tests.strategies import tale

MANY = 40


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("plan") / "tales.jsonl"
    path.write_text("".join(json.dumps({"id": f"s{n}", "title": f"Tale {n}", "text": tale(n)}) + "\n" for n in range(MANY)))
    return str(path)


@pytest.fixture
def small_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dedupe.pipeline.plan.SAMPLE", 10)


def test_a_small_dump_is_measured_whole(dump: str) -> None:
    made = plan([dump])
    assert made.whole
    assert made.sampled == made.stories == scan([dump]).read == MANY
    assert made.seconds > 0


@pytest.mark.usefixtures("small_sample")
def test_a_sample_stands_for_the_whole(dump: str) -> None:
    part = plan([dump])
    assert (part.sampled, part.whole) == (10, False)
    assert part.stories == pytest.approx(MANY, rel=0.2)
    assert part.words / part.stories == pytest.approx(plan([dump]).words / MANY, rel=0.2)


@pytest.mark.usefixtures("small_sample")
def test_words_and_room_grow_with_the_dump(dump: str) -> None:
    budget = Local(memory=1 << 10)
    one, two = plan([dump], engine=budget), plan([dump, dump], engine=budget)
    assert two.stories == pytest.approx(2 * one.stories, abs=1)
    assert two.words == pytest.approx(2 * one.words, rel=0.02)
    assert two.disk == pytest.approx(2 * one.disk, rel=0.02)


def test_what_the_budget_has_no_room_for_goes_to_disk(dump: str) -> None:
    large, small = plan([dump], engine=Local(memory=1 << 30)), plan([dump], engine=Local(memory=1 << 10))
    assert large.disk == 0
    assert PROGRAM < large.memory < PROGRAM + large.budget
    assert small.memory == PROGRAM + small.budget
    assert 0 < large.memory - PROGRAM - small.disk - HELD * small.budget < large.memory - PROGRAM


def test_the_bands_are_those_of_the_scan(dump: str) -> None:
    settings = Settings(recall=0.7, near=0.6)
    recall = plan([dump], settings).recall
    assert recall == scan([dump], settings).recall
    assert (recall.bands, recall.rows) == bands(settings)
    assert recall.expected == found(0.6, recall.bands, recall.rows)


@pytest.mark.usefixtures("small_sample")
def test_related_stories_are_planned_as_they_would_be_looked_for_among_all(dump: str) -> None:
    limited = Settings(related_limit=20)
    assert not plan([dump], limited).related
    assert plan([dump], replace(limited, find_related=True)).related
    assert plan([dump], Settings(related_limit=1000)).related


def test_no_story_is_an_error(tmp_path: Path) -> None:
    empty = tmp_path / "none.jsonl"
    empty.write_text("")
    with pytest.raises(ReadError, match="check the path and the format"):
        plan([str(empty)])
