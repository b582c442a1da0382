"""The laws of the verbs, each over the plain tables and over Spark's."""

from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from dedupe.engines.tables import COMPONENT, Tables
from dedupe.errors import DedupeError, ReadError
from tests.engines.shapes import RANDOM, Rows, rows, table

KINDS = {
    "key": pa.int64(),
    "word": pa.string(),
    "small": pa.int32(),
    "hot": pa.bool_(),
    "share": pa.float64(),
    "single": pa.float32(),
}


def doubled(some: pa.RecordBatch, factor: Any) -> pa.RecordBatch:
    numbers = some.column("n").to_numpy()
    return pa.RecordBatch.from_pydict(
        {
            "n": pa.array(np.repeat(numbers * factor.value, 2)),
            "word": pa.array([str(n) for n in np.repeat(numbers, 2)], pa.string()),
            "parts": pa.array([[n, None] for n in np.repeat(numbers, 2).astype(int)], pa.list_(pa.int32())),
        }
    )


def test_rows_come_back_as_they_were(tables: Tables) -> None:
    columns = [[1, -(2**63)], ["é\x00", None], [None, 7], [True, None], [0.5, None], [None, 0.25]]
    given = pa.table([pa.array(column, kind) for column, kind in zip(columns, KINDS.values(), strict=True)], names=list(KINDS))
    for name, kind in KINDS.items():
        given = given.append_column(f"{name}s", pa.array([given[name].to_pylist(), None], pa.list_(kind)))
    given = given.append_column("raw", pa.array([b"\xff\x00", b""], pa.binary()))
    found = tables.collect(tables.table(given))
    assert rows(found) == rows(given)
    assert found.schema.names == given.schema.names
    none = tables.collect(tables.table(given.slice(0, 0)))
    assert (len(none), none.schema.names) == (0, given.schema.names)


def test_a_step_makes_any_number_of_rows_of_other_columns(tables: Tables) -> None:
    made = tables.map(tables.table(table(n=range(50))), partial(doubled, factor=tables.share(3)))
    want = [(3 * n, str(n), [n, None]) for n in range(50) for _ in range(2)]
    assert rows(tables.collect(made)) == sorted(want, key=repr)
    assert tables.count(made) == 100
    assert tables.collect(tables.select(made, ["word", "n"])).schema.names == ["word", "n"]
    with pytest.raises(DedupeError):
        tables.collect(made, 99)
    assert len(tables.collect(made, 100)) == 100


def test_tables_join_in_four_ways(tables: Tables) -> None:
    left = tables.table(table(value=[1, 2, 3, 4], key=[7, 8, 8, 9]))
    right = tables.table(table(key=[8, 9, 10], more=[80, 90, 100]))
    want: dict[str, Rows] = {
        "inner": [(2, 8, 80), (3, 8, 80), (4, 9, 90)],
        "left": [(1, 7, None), (2, 8, 80), (3, 8, 80), (4, 9, 90)],
        "semi": [(2, 8), (3, 8), (4, 9)],
        "anti": [(1, 7)],
    }
    for how, some in want.items():
        found = tables.collect(tables.join(left, right, ["key"], how))
        assert (how, rows(found)) == (how, some)
        assert found.schema.names == ["value", "key", "more"][: len(some[0])]


def test_a_table_joins_itself(tables: Tables) -> None:
    pairs = tables.table(table(key=[1, 2, 2], n=[5, 6, 7]))
    twice = tables.join(pairs, tables.distinct(tables.select(pairs, ["key"])), ["key"])
    assert rows(tables.collect(twice)) == [(1, 5), (2, 6), (2, 7)]


def test_a_union_has_the_rows_of_all_and_distinct_has_each_once(tables: Tables) -> None:
    one, other = tables.table(table(a=[1, 1, 2], b=[3, 3, 4])), tables.table(table(b=[4, 3], a=[2, 9]))
    both = tables.union(one, other, one)
    assert rows(tables.collect(both)) == sorted([(1, 3), (1, 3), (2, 4)] * 2 + [(2, 4), (9, 3)])
    assert rows(tables.collect(tables.distinct(both))) == [(1, 3), (2, 4), (9, 3)]


def zeros() -> Any:
    return np.zeros((40000, 2), np.int32)


def added(sums: Any, some: pa.RecordBatch) -> None:
    np.add.at(sums, (some.column("place").to_numpy(), some.column("side").to_numpy()), 1)


def test_arrays_add_up(tables: Tables) -> None:
    place, side = RANDOM.integers(0, 40000, 2000), RANDOM.integers(0, 2, 2000)
    want = zeros().astype(np.int64)
    np.add.at(want, (place, side), 1)
    found = tables.fold(tables.table(table(place=place, side=side)), zeros, added)
    assert found.dtype == np.int64
    assert (found == want).all()
    assert (tables.fold(tables.table(table(place=[], side=[])), zeros, added) == 0).all()


def test_components_are_named_by_their_least_key(tables: Tables) -> None:
    pairs = table(left=[5, 6, -(2**63), 1, 9, 9], right=[6, 7, 1, 5, 10, 10])
    made = tables.collect(tables.components(tables.table(pairs)))
    least = -(2**63)
    assert rows(made) == sorted([*((node, least) for node in (5, 6, 7, least, 1)), (9, 9), (10, 9)], key=repr)
    assert made.schema.names == list(COMPONENT)
    assert len(tables.collect(tables.components(tables.table(pairs.slice(0, 0))))) == 0


def test_what_is_kept_is_what_was_made(tables: Tables) -> None:
    kept = tables.keep("made", tables.map(tables.table(table(n=range(20))), partial(doubled, factor=tables.share(2))))
    assert sorted(tables.collect(kept)["n"].to_pylist()) == sorted([2 * n for n in range(20)] * 2)


def refused(some: pa.RecordBatch) -> pa.RecordBatch:
    if len(some):
        raise ReadError("wire.jsonl:3: no story")
    return some


def test_what_a_step_says_is_wrong_is_told_as_it_is(tables: Tables) -> None:
    with pytest.raises(ReadError, match=r"^wire.jsonl:3: no story$"):
        tables.collect(tables.map(tables.table(table(n=range(3))), refused))
