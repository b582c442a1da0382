import numpy as np
import pyarrow as pa
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.buffers import ragged
from dedupe.sign import ABBREVIATIONS, SIGNED, sign, split, unsay
from tests import naive
from tests.strategies import DEFAULT, Array, law, sentences, signed, story, tale, unpacked

LINES = [*sentences(8), "UPDATED LINE OF NEWS", "yes.", "Sept. 3 came. It went."]
PICKED = st.lists(st.tuples(st.sampled_from(LINES), st.booleans()), max_size=8)
Picked = list[tuple[str, bool]]


def rows(texts: list[str]) -> pa.RecordBatch:
    """Return texts as signed rows: every other one has its normal text apart from its body."""
    held = [text if place % 2 else None for place, text in enumerate(texts)]
    bodies = ["" if place % 2 else text for place, text in enumerate(texts)]
    columns = {"text": pa.array(held, pa.string()), "body": pa.array(bodies, pa.string())}
    return sign(pa.RecordBatch.from_pydict(columns), DEFAULT)


def places(batch: pa.RecordBatch, text: str, picked: Picked) -> Array:
    """Return which sentences of the first row stand in a line that is not picked, bool[s]."""
    kept = [flag for line, flag in picked for _ in split([line]).sentences]
    assert len(kept) == len(ragged(batch.column("sentences"))[0]), text
    return ~np.array(kept, bool)


@law
@given(st.lists(st.sampled_from(LINES), max_size=8), st.integers(0, 8))
def test_each_row_is_signed_alone_and_no_rows_are_none(texts: list[str], cut: int) -> None:
    parts = [rows(texts[:cut]), rows(texts[cut:])]
    assert pa.Table.from_batches(parts).select(SIGNED) == pa.Table.from_batches([rows(texts)]).select(SIGNED)
    assert parts[0].schema.names == ["text", "body", *SIGNED]


@law
@given(PICKED)
def test_rows_without_some_sentences_are_the_rows_of_the_text_without_them(picked: Picked) -> None:
    text, rest = "\n".join(line for line, _ in picked), "\n".join(line for line, kept in picked if kept)
    whole, without = rows([text]), rows([rest])
    found = unsay(whole, places(whole, text, picked), DEFAULT)
    assert [found.column(name) for name in SIGNED] == [without.column(name) for name in SIGNED]
    assert found.column("body").to_pylist() == [text]


def test_a_signature_is_that_of_the_shingles_of_the_words() -> None:
    text = tale(1)
    shingles = naive.shingles(split([text]).words.tolist(), DEFAULT.shingle_size)
    known = MinHash(num_perm=DEFAULT.num_perm, seed=DEFAULT.seed, scheme="affine32", hashfunc=int)
    known.update_batch(shingles)
    assert np.array_equal(ragged(rows([text]).column("signature"))[0].view(np.uint32), known.hashvalues)


def test_digests_are_equal_where_typography_differs_and_nowhere_else() -> None:
    texts = ["The mayor’s ferry — 1,100 tonnes.", "the mayor's FERRY - 1100 tonnes", "The mayor's ferry: 1,101 tonnes."]
    first, second, third = rows(texts).column("digest").to_pylist()
    assert first == second != third


def test_a_full_stop_behind_an_abbreviation_ends_no_sentence() -> None:
    texts = [f"They met {word}. Orrin there. Then they left." for word in ABBREVIATIONS.split()]
    assert unpacked(split(texts).sentences, split(texts).sentence_starts) == [[0, 5]] * len(texts)


def test_a_story_keeps_its_columns_and_gains_those_of_signing() -> None:
    batch = signed([story("a", tale(1), "Title")])
    assert set(SIGNED) <= set(batch.schema.names)
    assert batch.column("id").to_pylist() == ["a"]
    assert batch.num_rows == 1
