import threading
import time
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

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
    places = [(first, len(part)) for first, part in engine.numbered(loaded)]
    assert places == list(zip(accumulate([0, *map(len, batches)]), map(len, batches), strict=False))


@law
@given(BATCHES.filter(len), ENGINES)
def test_columns_are_renewed_where_a_step_says_so_and_the_others_stay(batches: list[list[int]], engine: Local) -> None:
    loaded = engine.load(iter(rows(batches)), doubled)
    renewed = engine.renew(loaded, lambda batch: doubled(batch).select(["n"]) if len(batch) > 1 else None)
    found = engine.collect(renewed, ["n", "m"])
    assert found.column("n").to_pylist() == [(4 if len(batch) > 1 else 2) * n for batch in batches for n in batch]
    assert found.column("m").to_pylist() == [n for batch in batches for n in batch]
    assert engine.collect(loaded, ["n"]).column("n").to_pylist() == [2 * n for batch in batches for n in batch]


@law
@given(BATCHES.filter(len), ENGINES)
def test_batches_are_noted_one_after_the_other_as_they_were_loaded(batches: list[list[int]], engine: Local) -> None:
    noted: list[int] = []

    def note(batch: pa.RecordBatch) -> pa.RecordBatch:
        noted.extend(batch.column("m").to_pylist())
        return batch.drop_columns(["m"])

    loaded = engine.load(iter(rows(batches)), doubled, note)
    assert noted == [n for batch in batches for n in batch]
    assert loaded.batches[0].schema.names == ["n"]


@law
@given(BATCHES.filter(len), ENGINES)
def test_entries_of_one_bucket_come_together_in_the_order_of_the_rows(batches: list[list[int]], engine: Local) -> None:
    loaded = engine.load(iter(rows(batches)), kept)

    def entries(first: int, batch: pa.RecordBatch) -> tuple[np.ndarray[Any, Any], ...]:
        values = batch.column("n").to_numpy()
        return values.astype(np.uint64), (first + np.arange(len(values))).astype(np.int32)

    values = [n for batch in batches for n in batch]
    parts = [list(zip(*map(np.ndarray.tolist, part), strict=True)) for part in engine.group(loaded, entries)]
    buckets = [{bucket for bucket, _ in part} for part in parts]
    assert sum(map(len, buckets)) == len(set(values))
    assert sorted(row for part in parts for _, row in part) == list(range(len(values)))
    assert all([row for _, row in part] == sorted(row for _, row in part) for part in parts)
    assert all(np.uint64(values[row] % 2**64) == bucket for part in parts for bucket, row in part)


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
