from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.engines.partitions import COUNT, Partitions, parted
from dedupe.errors import DedupeError
from tests.strategies import law

ENTRIES = st.lists(st.lists(st.tuples(st.integers(0, 2**64 - 1) | st.integers(0, 5), st.integers(-9, 9)), max_size=9), max_size=5)
Entries = list[tuple[int, int]]


def columns(entries: Entries) -> tuple[np.ndarray, np.ndarray]:
    return np.array([bucket for bucket, _ in entries], np.uint64), np.array([value for _, value in entries], np.int32)


@law
@given(ENTRIES, st.sampled_from([0, 60, 10_000]))
def test_entries_come_back_partition_by_partition_in_their_order_whatever_the_budget(batches: list[Entries], budget: int) -> None:
    with Partitions(budget) as held:
        for entries in batches:
            held.add(parted(columns(entries)))
        found = [list(zip(*map(np.ndarray.tolist, part), strict=True)) for part in held]
    every = [entry for entries in batches for entry in entries]
    names = [next(n for n, (buckets, _) in enumerate(parted(columns([entry]))) if len(buckets)) for entry in every]
    assert found == [[entry for entry, at in zip(every, names, strict=True) if at == name] for name in sorted(set(names))]


def test_every_partition_has_its_place_even_where_it_is_empty() -> None:
    assert len(parted(columns([]))) == COUNT


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(DedupeError, match=r"nowhere: .*; name a scratch folder with more room"):
        Partitions(0, str(tmp_path / "nowhere")).add(parted(columns([(1, 1)])))
