from typing import Any

import numpy as np
import pyarrow as pa
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from dedupe.sign import ABBREVIATIONS, LENGTH_BITS, sign, split, told, unsay
from tests import naive
from tests.strategies import DEFAULT, law, sentences, tale, unpacked

LINES = [*sentences(8), "UPDATED LINE OF NEWS", "yes.", "Sept. 3 came. It went."]
PICKED = st.lists(st.tuples(st.sampled_from(LINES), st.booleans()), max_size=8)
Picked = list[tuple[str, bool]]


def signs(texts: list[str]) -> dict[str, list[Any]]:
    """Return what texts are signed with."""
    return {name: column.to_pylist() for name, column in sign(split(texts), DEFAULT).items()}


@law
@given(st.lists(st.sampled_from(LINES), max_size=8), st.integers(0, 8))
def test_each_row_is_signed_alone_and_no_rows_are_none(texts: list[str], cut: int) -> None:
    first, rest, whole = signs(texts[:cut]), signs(texts[cut:]), signs(texts)
    assert {name: first[name] + rest[name] for name in whole} == whole
    assert all(len(column) == len(texts) for column in whole.values())


@law
@given(st.lists(PICKED, max_size=3))
def test_words_without_some_sentences_are_those_of_the_text_without_them(texts: list[Picked]) -> None:
    whole = split(["\n".join(line for line, _ in picked) for picked in texts])
    rest = split(["\n".join(line for line, kept in picked if kept) for picked in texts])
    kept = [flag for picked in texts for line, flag in picked for _ in split([line]).sentences]
    found = unsay(whole, ~np.array(kept, bool))
    assert [column.tolist() for name, column in found._asdict().items() if name != "places"] == [
        column.tolist() for name, column in rest._asdict().items() if name != "places"
    ]


def test_the_text_that_is_told_is_the_normal_text_or_else_the_body() -> None:
    columns = {"text": pa.array(["normal", None], pa.string()), "body": pa.array(["raw", "clean"], pa.string())}
    assert told(pa.RecordBatch.from_pydict(columns)).to_pylist() == ["normal", "clean"]


def test_a_signature_is_that_of_the_shingles_of_the_words() -> None:
    text = tale(1)
    shingles = naive.shingles(split([text]).words.tolist(), DEFAULT.shingle_size)
    known = MinHash(num_perm=DEFAULT.num_perm, seed=DEFAULT.seed, scheme="affine32", hashfunc=int)
    known.update_batch(shingles)
    assert [value & 0xFFFFFFFF for value in signs([text])["signature"][0]] == known.hashvalues.tolist()


@law
@given(st.lists(st.sampled_from(LINES), max_size=4).map(" ".join))
def test_fingerprints_are_winnowed_shingles(text: str) -> None:
    grams = naive.shingles(split([text]).words.tolist(), DEFAULT.fingerprint_size)
    found = signs([text])
    assert [value & 0xFFFFFFFF for value in found["prints"][0]] == naive.winnow(grams, DEFAULT.fingerprint_window)
    assert len(found["around"][0]) == len(found["prints"][0])


@law
@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_texts_that_share_twelve_words_in_a_row_share_a_fingerprint_and_what_is_around_it(
    before: int, after: int, between: int
) -> None:
    passage = sentences(2, 7)[0].split() + sentences(2, 7)[1].split()
    other = tale(8, 9).split()
    assert DEFAULT.run == DEFAULT.fingerprint_size + DEFAULT.fingerprint_window - 1 == 12
    texts = [[*tale(9, 9).split()[:before], *passage[:12], *other[:after]], [*other[30 : 30 + between], *passage[:12]]]
    found = signs([" ".join(words).replace(".", "") for words in texts])
    left, right = (dict(zip(*row, strict=True)) for row in zip(found["prints"], found["around"], strict=True))
    assert any(naive.touch(left[one] & 0xFFFFFFFF, right[one] & 0xFFFFFFFF) for one in set(left) & set(right))


def test_a_sentence_has_a_number_of_its_words_and_how_many_there_are() -> None:
    found = signs(["It is late. It is so. It is late."])
    first, second, third = found["sentences"][0]
    assert first == third != second
    assert [number & ((1 << LENGTH_BITS) - 1) for number in (first, second)] == [3, 3]


def test_digests_are_equal_where_typography_differs_and_nowhere_else() -> None:
    texts = ["The mayor’s ferry — 1,100 tonnes.", "the mayor's FERRY - 1100 tonnes", "The mayor's ferry: 1,101 tonnes."]
    first, second, third = signs(texts)["digest"]
    assert first == second != third


def test_most_words_of_a_spaceless_text_are_pairs_of_characters() -> None:
    assert signs(["字字字字字 a", "字字 and more words", ""])["spaceless"] == [True, False, False]


def test_a_full_stop_behind_an_abbreviation_ends_no_sentence() -> None:
    texts = [f"They met {word}. Orrin there. Then they left." for word in ABBREVIATIONS.split()]
    assert unpacked(split(texts).sentences, split(texts).sentence_starts) == [[0, 5]] * len(texts)
