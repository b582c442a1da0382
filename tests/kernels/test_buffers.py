from itertools import pairwise

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.buffers import lists, ragged, strings
from tests.strategies import WRITABLE, law, packed, rows, unpacked

CUTS = st.tuples(st.integers(0, 6), st.integers(0, 6))


@law
@given(st.lists(st.none() | WRITABLE, max_size=6), CUTS, st.sampled_from([pa.string(), pa.large_string()]))
def test_strings_are_their_bytes_whatever_slice_they_are_of(
    texts: list[str | None], cut: tuple[int, int], kind: pa.DataType
) -> None:
    array = pa.array(texts, kind)[min(cut) : max(cut)]
    values, starts = strings(array)
    found = [values[first:last].tobytes().decode() for first, last in pairwise(starts)]
    assert found == [text or "" for text in texts[min(cut) : max(cut)]]


@law
@given(rows(), CUTS)
def test_lists_there_and_back_are_the_same_whatever_slice_they_are_of(given_rows: list[list[int]], cut: tuple[int, int]) -> None:
    array = lists(*packed(given_rows))[min(cut) : max(cut)]
    assert array.to_pylist() == given_rows[min(cut) : max(cut)]
    values, starts = ragged(array)
    assert unpacked(values, starts) == array.to_pylist()
    assert len(values) == starts[-1]
