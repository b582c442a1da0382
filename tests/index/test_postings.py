from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.errors import StaleIndexError
from dedupe.index import postings
from dedupe.index.postings import Postings, PostingsWriter
from tests.strategies import costly

ROWS = 50
BUCKETS = st.integers(-3, 3) | st.sampled_from([-(2**63), 2**63 - 1])
SECTIONS = st.dictionaries(st.integers(0, 5), st.lists(st.tuples(BUCKETS, st.integers(0, ROWS - 1)), min_size=1), max_size=4)


@pytest.fixture(autouse=True, scope="module", params=[(1, 0), (2, 0), (512, 0), (512, 8192)])
def block(request: pytest.FixtureRequest) -> Iterator[tuple[int, int]]:
    """Search between fences that stand close and far apart, and in sections that are read whole."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(postings, "BLOCK", request.param[0])
        patched.setattr(postings, "SMALL", request.param[1])
        yield request.param


def written(path: Path, sections: dict[int, list[tuple[int, int]]]) -> Postings:
    writer = PostingsWriter(path, "bands")
    for number, entries in sections.items():
        writer.add(
            number, *(np.array(column, kind) for column, kind in zip(zip(*entries, strict=True), ("i8", "i4"), strict=True))
        )
    writer.close()
    return Postings(path, "bands", ROWS)


@costly
@given(SECTIONS, st.lists(st.tuples(BUCKETS, st.integers(0, 6))), st.integers(1, 4))
def test_what_is_found_of_a_bucket_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, sections: dict[int, list[tuple[int, int]]], asked: list[tuple[int, int]], most: int
) -> None:
    path = tmp_path_factory.mktemp("index") / "bands.parquet"
    held = written(path, sections)
    buckets, numbers = (np.array([pair[side] for pair in asked], np.int64) for side in (0, 1))
    there = [[row for name, row in sections.get(number, []) if name == bucket] for bucket, number in asked]
    found = held.find(buckets, numbers, most)
    expected = [(place, row) for place, rows in enumerate(there) for row in rows[:most]]
    assert list(zip(found.place.tolist(), found.row.tolist(), strict=True)) == expected
    assert held.count(buckets, numbers).tolist() == list(map(len, there))
    held.check()


def test_a_file_of_postings_is_plain_parquet(tmp_path: Path) -> None:
    written(tmp_path / "bands.parquet", {0: [(7, 1), (5, 2)], 1: [(6, 3)]})
    assert pq.read_table(tmp_path / "bands.parquet").to_pylist() == [
        {"bucket": 5, "row": 2},
        {"bucket": 7, "row": 1},
        {"bucket": 6, "row": 3},
    ]


@pytest.mark.parametrize("kind", ["keys", "prints", "terms"])
def test_what_is_told_of_a_row_comes_with_it(tmp_path: Path, kind: str) -> None:
    told = {"keys": np.array([9, 8], np.int32), "prints": np.array([9, 8], np.int32), "terms": np.array([0.5, 0.25], np.float32)}
    writer = PostingsWriter(tmp_path / "p.parquet", kind)
    writer.add(0, np.array([4, 2], np.int64 if kind == "keys" else np.int32), np.array([0, 1], np.int32), told[kind])
    writer.close()
    found = Postings(tmp_path / "p.parquet", kind, 2).find(np.array([4, 2]), np.zeros(2, np.int64), 1)
    assert found.told.tolist() == told[kind].tolist()


@pytest.mark.parametrize("change", ["cut", "other", "text"])
def test_a_file_that_is_no_such_postings_is_refused_in_words(tmp_path: Path, change: str) -> None:
    path = tmp_path / "index" / "segments" / "name" / "bands.parquet"
    path.parent.mkdir(parents=True)
    written(path, {0: [(7, 1)] * 1000})
    if change == "other":
        pq.write_table(pq.read_table(path), path)
    else:
        path.write_bytes(path.read_bytes()[:500] if change == "cut" else b"no Parquet at all")
    with pytest.raises(StaleIndexError, match="is damaged; `dedupe index verify"):
        Postings(path, "bands", ROWS)


def test_a_row_that_there_is_not_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "index" / "segments" / "name" / "bands.parquet"
    path.parent.mkdir(parents=True)
    written(path, {0: [(7, ROWS - 1)]})
    with pytest.raises(StaleIndexError, match="damaged"):
        Postings(path, "bands", ROWS - 1).find(np.array([7]), np.array([0]), 1)
    with pytest.raises(StaleIndexError, match="damaged"):
        Postings(path, "bands", ROWS - 1).check()
