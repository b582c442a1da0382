import json
from pathlib import Path

import pytest

from dedupe.engines.tables import ASKED, HELD
from dedupe.errors import ReadError
from dedupe.pipeline.keyed.plan import crossed, plan_tables
from tests.strategies import tale


@pytest.fixture
def dump(tmp_path: Path) -> str:
    path = tmp_path / "tales.jsonl"
    path.write_text("".join(json.dumps({"id": f"s{n}", "title": f"Tale {n}", "text": tale(n)}) + "\n" for n in range(20)))
    return str(path)


def test_work_and_what_travels_grow_with_the_stories(dump: str) -> None:
    one, two = plan_tables([dump]), plan_tables([dump, dump])
    assert (one.stories, two.stories, two.words) == (20, 40, 2 * one.words)
    assert one.seconds > 0
    assert two.moved == 2 * one.moved
    assert two.kept == 2 * one.kept
    assert (one.core, one.driver) == (two.core, two.driver)


def test_up_to_a_block_all_meet_at_once_and_then_every_block_meets_every_other() -> None:
    assert crossed(2 * HELD) > 2 * crossed(HELD)
    assert crossed(10 * ASKED) > 50 * crossed(ASKED) / 2


def test_nothing_cannot_be_planned(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("")
    with pytest.raises(ReadError, match="no story"):
        plan_tables([str(tmp_path / "none.jsonl")])
