import threading
import time
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.engines.local import Local
from tests.strategies import law

BATCHES = st.lists(st.lists(st.integers(-9, 9), max_size=4), max_size=8)
ENGINES = st.builds(Local, jobs=st.integers(1, 3), memory=st.sampled_from([0, 1, 200]))  # bytes: the first ones fit, or none


def rows(batches: list[list[int]]) -> list[pa.RecordBatch]:
    return [pa.RecordBatch.from_pydict({"n": pa.array(batch, pa.int64())}) for batch in batches]


def kept(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch


def doubled(batch: pa.RecordBatch) -> pa.RecordBatch:
    time.sleep(0.002 / (1 + len(batch)))  # later ones are done earlier
    return pa.RecordBatch.from_pydict(
        {"n": pa.array([2 * n for n in batch.column("n").to_pylist()], pa.int64()), "m": batch.column("n")}
    )


@law
@given(BATCHES.filter(len), ENGINES)
def test_rows_come_in_the_order_in_which_they_were_loaded(batches: list[list[int]], engine: Local) -> None:
    loaded = engine.load(iter(rows(batches)), doubled)
    values = [n for batch in batches for n in batch]
    assert engine.collect(loaded, ["m"]).column("m").to_pylist() == values
    assert engine.collect(engine.map(loaded, doubled), ["n"]).column("n").to_pylist() == [4 * n for n in values]
    assert [len(part) for part in engine.parts(loaded)] == [len(batch) for batch in batches]


@law
@given(BATCHES.filter(len), ENGINES, st.data())
def test_rows_are_taken_from_their_places(batches: list[list[int]], engine: Local, data: st.DataObject) -> None:
    values = [n for batch in batches for n in batch]
    places = sorted(data.draw(st.sets(st.integers(0, len(values) - 1)))) if values else []
    taken = engine.take(engine.load(rows(batches), kept), np.array(places, np.int64), ["n"])
    assert taken.column("n").to_pylist() == [values[place] for place in places]


@law
@given(st.lists(st.integers(), max_size=12), ENGINES)
def test_each_item_gives_one_answer_in_its_order(items: list[int], engine: Local) -> None:
    assert list(engine.each(lambda n: n + 1, items)) == [n + 1 for n in items]


def test_what_goes_wrong_in_a_step_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        Local(2).load(rows([[1], [2]]), lambda batch: batch.slice(1 // 0))


def test_only_a_few_batches_are_read_ahead() -> None:
    read = 0

    def batches() -> Iterator[pa.RecordBatch]:
        nonlocal read
        for batch in rows([[n] for n in range(50)]):
            read += 1
            yield batch

    answers: Iterator[pa.RecordBatch] = Local(2).each(doubled, batches())
    assert next(answers).column("m").to_pylist() == [0]
    assert read < 10


def test_a_reader_that_stops_early_leaves_no_thread_waiting() -> None:
    before = threading.active_count()
    answers: Iterator[pa.RecordBatch] = Local(2).each(doubled, iter(rows([[n] for n in range(50)])))
    next(answers)
    answers.close()  # type: ignore[attr-defined]  # a generator
    time.sleep(0.1)
    assert threading.active_count() == before
