from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.engines import scratch
from dedupe.engines.scratch import Scratch
from dedupe.errors import DedupeError
from tests.strategies import WRITABLE, law

BATCHES = st.lists(st.lists(st.none() | WRITABLE, max_size=3), max_size=5)


def batch_of(texts: list[str | None]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({"text": pa.array(texts, pa.string())})


@law
@given(st.lists(BATCHES, max_size=3))
def test_batches_are_read_back_as_they_were_written(rounds: list[list[list[str | None]]]) -> None:
    store = Scratch()
    for batches in rounds:
        for texts in batches:
            store.write(batch_of(texts))
        store.flush()
        store.release()
    assert [batch.column("text").to_pylist() for batch in store.batches] == [texts for batches in rounds for texts in batches]


def test_a_file_that_is_full_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scratch, "FILE", 1000)
    store = Scratch()
    for number in range(20):
        store.write(batch_of([f"{number} " * 40]))
    store.flush()
    assert [batch.column("text")[0].as_py() for batch in store.batches] == [f"{number} " * 40 for number in range(20)]


def test_nothing_is_seen_of_the_files_while_they_are_used(tmp_path: Path) -> None:
    store = Scratch(str(tmp_path))
    store.write(batch_of(["a word"]))
    store.flush()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(DedupeError, match=r"nowhere: .*; name a scratch folder with more room"):
        Scratch(str(tmp_path / "nowhere")).write(batch_of(["a word"]))
