from itertools import pairwise

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.engines.spark import grouped
from tests.strategies import law

SIZES = st.lists(st.integers(0, 6), max_size=12)


@law
@given(SIZES, SIZES, st.integers(1, 9))
def test_batches_end_where_groups_do(groups: list[int], cuts: list[int], most: int) -> None:
    by = [(None if group == 0 else group, word) for group, size in enumerate(groups) for word in "ab" for _ in range(size)]
    columns = [
        pa.array([row[0] for row in by], pa.int64()),
        pa.array([row[1] for row in by], pa.string()),
        pa.array(range(len(by))),
    ]
    rows = pa.RecordBatch.from_arrays(columns, ["group", "word", "n"])
    places = sorted({0, len(by), *(min(len(by), sum(cuts[:i])) for i in range(len(cuts)))})
    batches = [rows.slice(0, 0), *(rows.slice(first, last - first) for first, last in pairwise(places))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(grouped, "ROWS", most)
        found = list(grouped.whole_groups(iter(batches), ["group", "word"]))
    assert [n for batch in found for n in batch.column("n").to_pylist()] == list(range(len(by)))
    ends = [[batch.select([0, 1]).slice(at, 1).to_pylist() for at in (0, len(batch) - 1)] for batch in found]
    assert all(before[1] != after[0] for before, after in pairwise(ends))
