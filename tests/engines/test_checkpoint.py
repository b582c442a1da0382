from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from dedupe.engines.checkpoint import Checkpoint
from dedupe.errors import DedupeError


def never() -> None:
    raise AssertionError("the stage is kept")


def test_a_stage_is_made_once_and_then_read(tmp_path: Path) -> None:
    first = Checkpoint(str(tmp_path / "kept"), {"seed": 1})
    made = (np.arange(3, dtype=np.int32), np.ones((2, 2), np.float32))
    assert not first.has("read")
    first.arrays("pairs", lambda: made)
    first.value("read", lambda: [["page.txt", 3]])
    again = Checkpoint(str(tmp_path / "kept"), {"seed": 1})
    found = again.arrays("pairs", never)  # type: ignore[arg-type]
    assert [(one.dtype, one.tolist()) for one in found] == [(one.dtype, one.tolist()) for one in made]
    assert again.has("read")
    assert again.value("read", never) == [["page.txt", 3]]


def test_rows_come_back_batch_by_batch(tmp_path: Path) -> None:
    checkpoint = Checkpoint(str(tmp_path), {})
    batches = [pa.RecordBatch.from_pydict({"n": pa.array(numbers, pa.int64())}) for numbers in ([1, 2], [], [3])]
    checkpoint.keep("rows", batches)
    assert checkpoint.batches("rows") == batches


def test_the_stages_of_another_run_are_refused(tmp_path: Path) -> None:
    Checkpoint(str(tmp_path), {"near": 0.5})
    with pytest.raises(DedupeError, match="holds a run with other inputs or settings; remove it, or name another folder"):
        Checkpoint(str(tmp_path), {"near": 0.6})


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("mine")
    with pytest.raises(DedupeError, match="is no checkpoint and not empty"):
        Checkpoint(str(tmp_path), {})


def test_a_stage_that_breaks_off_is_not_kept(tmp_path: Path) -> None:
    checkpoint = Checkpoint(str(tmp_path), {})

    def broken() -> tuple[()]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        checkpoint.arrays("pairs", broken)
    assert checkpoint.arrays("pairs", lambda: (np.zeros(1),))[0].tolist() == [0]
