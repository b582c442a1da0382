"""The laws of groups and buckets."""

import numpy as np
import pyarrow as pa

from dedupe.engines.tables import CARRIED, ENTRY, SIZE, Tables
from dedupe.kernels.bucket import bucket
from tests.engines.shapes import RANDOM, batch, hashes, rows, table


def told(some: pa.RecordBatch) -> pa.RecordBatch:
    """Return of each group, which must be whole, how many rows it has, and of which kinds in their order."""
    by, kinds = some.column("by").to_pylist(), some.column("kind").to_pylist()
    assert by == sorted(by)
    firsts = [place for place in range(len(by)) if place == 0 or by[place - 1] != by[place]]
    lists = [kinds[a:b] for a, b in zip(firsts, [*firsts[1:], len(by)], strict=False)]
    columns = [pa.array([by[first] for first in firsts], pa.int64()), pa.array(lists, pa.list_(pa.int64()))]
    return pa.RecordBatch.from_arrays(columns, ["by", "kinds"])


def test_groups_come_whole_and_in_order(tables: Tables) -> None:
    by, kind = RANDOM.integers(-9, 90, 3000), RANDOM.integers(-50, 50, 3000)
    by[:1000] = 5
    made = tables.collect(tables.group(tables.table(table(kind=kind, by=by)), ["by"], ["kind"], told))
    want = [(int(n), sorted(kind[by == n].tolist())) for n in np.unique(by)]
    assert rows(made) == sorted(want, key=repr)


def paired(entries: pa.RecordBatch) -> pa.RecordBatch:
    """Return the pairs of the kernel, and in a row of its own how many entries of a bucket this batch has."""
    buckets, keys = (entries.column(name).to_numpy() for name in ENTRY)
    found = bucket(buckets.astype(np.uint64))
    sizes, carried = entries.column(SIZE).to_numpy(), entries.column(CARRIED).to_numpy(zero_copy_only=False)
    assert [*zip(buckets, carried * -1, keys, strict=True)] == sorted(zip(buckets, carried * -1, keys, strict=True))
    own, counts = np.unique(buckets[~carried], return_counts=True)
    assert all(set(buckets[carried]) == {one} for one in own) or not carried.any()
    told = {"left": keys[found[:, 0]], "right": keys[found[:, 1]], "bucket": np.zeros(len(found)), "size": np.zeros(len(found))}
    told["carried"] = np.zeros(len(found))
    totals = [sizes[buckets == one][0] for one in own]
    more = [counts, [carried.sum()] * len(own), own, totals, [carried.sum()] * len(own)]
    return batch({name: [*column, *extra] for (name, column), extra in zip(told.items(), more, strict=True)})


def test_buckets_come_whole_or_in_pieces_that_hang_together(tables: Tables) -> None:
    sizes = [1, 2, 3, 99, 100, 101, 1000, 777, 5]
    buckets = np.repeat([-5, 3, 4, 9, 10, 11, 12, 13, -(2**62)], sizes)
    keys = hashes(len(buckets))
    made = tables.collect(tables.buckets(tables.table(table(bucket=buckets, key=keys)), paired)).to_pandas()
    parts, pairs = made[made["bucket"] != 0], made[made["bucket"] == 0]
    order = np.lexsort((keys, buckets))
    whole = bucket(buckets[order].astype(np.uint64))
    ends = keys[order]
    want = {(int(ends[a]), int(ends[b])) for a, b in whole}
    assert {(a, b) for a, b in zip(pairs["left"], pairs["right"], strict=True) if a != b} == want
    assert parts.groupby("bucket")["left"].sum().to_dict() == dict(
        zip(np.unique(buckets), np.unique(buckets, return_counts=True)[1], strict=True)
    )
    assert (parts["size"] == parts.groupby("bucket")["left"].transform("sum")).all()
    pieces = parts.groupby("bucket")["carried"].agg(list)
    for size, one in zip(sizes, np.repeat([-5, 3, 4, 9, 10, 11, 12, 13, -(2**62)], 1), strict=True):
        assert sorted(pieces[one]) == [0, *[2] * (len(pieces[one]) - 1)]
        assert (len(pieces[one]) > 1) == (size > 100)
