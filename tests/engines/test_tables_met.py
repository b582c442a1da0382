"""The laws of tables that meet and cross."""

import numpy as np
import pyarrow as pa

from dedupe.engines.tables import PAIR, Tables
from tests.engines.shapes import RANDOM, batch, hashes, rows, table


def met(pairs: pa.RecordBatch, found: pa.RecordBatch) -> pa.RecordBatch:
    keys = found.column("key").to_numpy()
    assert (keys[1:] > keys[:-1]).all()
    assert found.schema.names == ["key", "text"]
    assert pairs.schema.names == ["left", "right", "weight"]
    sides = [pairs.column(side).to_numpy() for side in PAIR]
    places = [np.searchsorted(keys, side) for side in sides]
    texts = found.column("text")
    names = ["left", "right", "weight", "one", "other"]
    columns = [pairs.column(name) for name in names[:3]] + [texts.take(pa.array(place, pa.int64())) for place in places]
    return pa.RecordBatch.from_arrays([*columns, pa.array([len(pairs)] * len(pairs), pa.int64())], [*names, "together"])


def test_pairs_meet_the_rows_of_their_sides(tables: Tables) -> None:
    keys = np.unique(hashes(300))
    left, right = RANDOM.integers(0, 150, 1500), RANDOM.integers(150, 200, 1500)
    left[:700] = 3  # a story that everybody took
    pairs = table(left=keys[left], right=keys[right], weight=range(1500))
    texts = pa.table({"key": keys, "text": [f"of {key}" for key in keys]})
    made = tables.collect(tables.meet(tables.table(pairs), tables.table(texts), met))
    want = [(int(a), int(b), n, f"of {a}", f"of {b}") for n, (a, b) in enumerate(zip(keys[left], keys[right], strict=True))]
    assert rows(made.drop_columns(["together"])) == sorted(want, key=repr)
    none = tables.collect(tables.meet(tables.table(pairs.slice(0, 0)), tables.table(texts), met))
    assert (len(none), none.schema.names) == (0, made.schema.names)


def crossed(asked: pa.RecordBatch, held: pa.RecordBatch) -> pa.RecordBatch:
    keys = held.column("key").to_numpy()
    assert (keys[1:] > keys[:-1]).all()
    own = asked.column("n").to_numpy()
    return batch({"n": np.repeat(own, len(keys)), "key": np.tile(keys, len(own))})


def test_every_row_crosses_every_other_once(tables: Tables) -> None:
    asked, held = table(n=range(120), key=hashes(120)), table(key=hashes(130), m=range(130))
    made = tables.collect(tables.cross(tables.table(asked), tables.table(held), crossed))
    assert rows(made) == sorted(((n, key) for n in range(120) for key in held["key"].to_pylist()), key=repr)
    assert len(tables.collect(tables.cross(tables.table(asked), tables.table(held.slice(0, 0)), crossed))) == 0
    assert len(tables.collect(tables.cross(tables.table(asked.slice(0, 0)), tables.table(held), crossed))) == 0


def linked(some: pa.RecordBatch) -> pa.RecordBatch:
    keys = some.column("key")
    return pa.RecordBatch.from_arrays([keys, keys, keys], ["left", "right", "weight"])


def test_rows_meet_and_cross_what_is_made_of_them(tables: Tables) -> None:
    texts = tables.table(pa.table({"key": pa.array(range(9), pa.int64()), "text": [f"of {n}" for n in range(9)]}))
    pairs = tables.map(texts, linked)
    made = tables.collect(tables.meet(pairs, texts, met)).drop_columns(["together"])
    assert rows(made) == [(n, n, n, f"of {n}", f"of {n}") for n in range(9)]
    own = tables.table(table(n=range(9), key=range(9)))
    assert rows(tables.collect(tables.cross(own, own, crossed))) == [(n, m) for n in range(9) for m in range(9)]
