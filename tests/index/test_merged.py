from pathlib import Path

import numpy as np
import pytest

from dedupe.index import Index, verified
from dedupe.index import index as opened
from dedupe.index.postings import KINDS
from tests.index.made import ids, made
from tests.pipeline.made import DUMP


def found(index: Index, kind: str) -> set[tuple[object, ...]]:
    """Return every entry of a kind, its row as the id of the story."""
    names, first, entries = ids_by_row(index), 0, set()
    for segment in index.segments:
        for number, (bucket, row, *told) in segment.postings[kind].sections():
            listed = zip(bucket.tolist(), row.tolist(), *(each.tolist() for each in told), strict=True)
            entries |= {(number, name, names[first + at], *rest) for name, at, *rest in listed if names[first + at]}
        first += segment.stories
    return entries


def ids_by_row(index: Index) -> list[str]:
    names = [name for segment in index.segments for batch in segment.batches() for name in batch.column("id").to_pylist()]
    return [name if row in index.rows else "" for row, name in enumerate(names)]


def test_small_segments_become_one_in_which_the_same_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made(tmp_path / "held", *([one] for one in DUMP[:9]))
    with Index.writing(folder, 0) as index:
        index.remove(np.array([2]))
    with Index.reading(folder) as index:
        before, names = {kind: found(index, kind) for kind in KINDS}, sorted(ids(index))
        assert len(index.segments) == 9
    monkeypatch.setattr(opened, "MANY", 4)
    with Index.writing(folder, 0) as index:
        index.merge()
    with Index.reading(folder) as index:
        assert len(index.segments) == 1
        assert sorted(ids(index)) == names
        assert {kind: found(index, kind) for kind in KINDS} == before
    assert verified(folder) == []


def test_a_large_segment_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = made(tmp_path / "held", DUMP[:20], *([one] for one in DUMP[20:24]))
    monkeypatch.setattr(opened, "MANY", 4)
    with Index.writing(folder, 0) as index:
        index.merge()
    with Index.reading(folder) as index:
        assert sorted(segment.stories for segment in index.segments) == [4, 20]
