from collections.abc import Iterator
from pathlib import Path

import pytest

from dedupe.engines.checkpoint import Checkpoint
from dedupe.engines.local import Local
from dedupe.model import Origin, Skip, Story
from dedupe.pipeline import scan
from tests.pipeline.made import DUMP

STAGES = ["equal texts", "near duplicates", "shared passages", "nearest stories", "clusters"]
SKIP = Skip(Origin("wire.jsonl", 7, 7), "no title")


def engine(folder: Path) -> Local:
    return Local(checkpoint=Checkpoint(str(folder), {}))


def unread() -> Iterator[Story | Skip]:
    raise AssertionError("the inputs were read again")
    yield SKIP


@pytest.mark.parametrize("stage", STAGES)
def test_an_interrupted_run_goes_on_without_reading_again_and_tells_the_same(stage: str, tmp_path: Path) -> None:
    def interrupt(name: str, done: int, total: int) -> None:
        if name == stage:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        scan([*DUMP, SKIP], progress=interrupt, engine=engine(tmp_path))
    assert scan(unread(), engine=engine(tmp_path)) == scan([*DUMP, SKIP])


def test_a_finished_run_tells_the_same_again(tmp_path: Path) -> None:
    assert scan([*DUMP, SKIP], engine=engine(tmp_path)) == scan(unread(), engine=engine(tmp_path))
