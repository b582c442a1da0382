import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.flags import FIRST, SHORT, SHOUTED
from dedupe.kernels.letters import letters
from dedupe.kernels.words import words
from dedupe.sign import split
from dedupe.words import Words
from tests.kernels import reading
from tests.strategies import PIECES, TEXTS, law, unpacked

KNOWN = split(["mr sept st"]).words.tolist()
KINDS, FOLDS = letters()
TABLES = reading.Tables(KINDS.tolist(), FOLDS.tolist(), frozenset(KNOWN))


def read(texts: list[str]) -> Words:
    """Return what the kernel reads, told no other abbreviations than the oracle."""
    data = [text.encode() for text in texts]
    starts = np.append(0, np.cumsum([len(text) for text in data])).astype(np.int64)
    return Words(*words(np.frombuffer(b"".join(data), np.uint8), starts, KINDS, FOLDS, np.sort(np.array(KNOWN, np.uint32))))


def sentences(text: str) -> list[list[int]]:
    """Return the words of each sentence of a text."""
    found = split([text])
    return [part.tolist() for part in np.split(found.words, found.sentences[1:])]


def same_words(left: str, right: str) -> bool:
    return np.array_equal(split([left]).words, split([right]).words)


@law
@given(st.lists(TEXTS, max_size=4))
def test_words_stems_flags_and_places_are_the_naive_ones(texts: list[str]) -> None:
    found = read([text.encode(errors="ignore").decode() for text in texts])
    columns = [unpacked(column, found.starts) for column in found[:4]]
    expected = [reading.words(text.encode(errors="ignore").decode(), TABLES)[0] for text in texts]
    assert [list(zip(*row, strict=True)) for row in zip(*columns, strict=True)] == [list(map(tuple, row)) for row in expected]


@law
@given(st.lists(TEXTS, max_size=4))
def test_sentences_begin_where_the_naive_ones_begin(texts: list[str]) -> None:
    clean = [text.encode(errors="ignore").decode() for text in texts]
    found = read(clean)
    assert unpacked(found.sentences, found.sentence_starts) == [reading.words(text, TABLES)[1] for text in clean]


@law
@given(st.integers(0, 200), st.booleans())
def test_a_sentence_without_an_end_is_cut_into_windows(count: int, ended: bool) -> None:
    text = "One ended here. " * ended + " ".join(["word"] * count)
    assert read([text]).sentences.tolist() == reading.words(text, TABLES)[1]


def test_every_piece_of_text_is_read_as_the_naive_one_reads_it() -> None:
    found = read(list(PIECES))
    assert unpacked(found.words, found.starts) == [[word.word for word in reading.words(piece, TABLES)[0]] for piece in PIECES]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Mayor of Lorne", "the mayor of LORNE"),
        ("Kyiv's mayor", "Kyiv mayor"),
        ("Kyiv’s mayor", "kyiv mayor"),
        ("1,100 troops", "1100 troops"),
        ("so\u00adcial zero\u200bwidth", "social zerowidth"),
        ("مـحـمد", "محمد"),
        ("Пётр", "Петр"),
        ("Ёлка", "Елка"),
        ("don't", "don’t"),
    ],
)
def test_the_same_words_written_otherwise_are_the_same(left: str, right: str) -> None:
    assert same_words(left, right)


@pytest.mark.parametrize(("left", "right"), [("221", "220"), ("4.25", "425"), ("1-2", "12"), ("10:30", "1030"), ("no", "not")])
def test_words_and_numbers_that_say_something_else_differ(left: str, right: str) -> None:
    assert not same_words(left, right)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Smith of St. Orrin met Gen. A. B. Carr.", 1),
        ("It ended. Then it began.", 2),
        ("It ended.Then it began.", 1),
        ("He paid 4.25 crowns. Nobody asked!", 2),
        ("Am 14. September kam er. Dann ging er.", 2),
        ("a line\nand another", 2),
        ("它结束了。然后又开始了。", 2),
        ("all small letters. nothing has a capital.", 2),
        ('"Stop." She left. "Go!" he said.', 3),
        ("She asked who? nobody knew. The end.", 2),
    ],
)
def test_a_sentence_ends_where_a_reader_would_say(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_number_of_one_digit_is_short() -> None:
    assert (split(["7 12 1,000"]).flags & SHORT != 0).tolist() == [True, False, False]


def test_a_line_in_capitals_is_shouted_and_a_lone_abbreviation_is_not() -> None:
    flags = split(["POLICE ARREST TWO\nThe UN said\nNATO"]).flags
    assert (flags & SHOUTED != 0).tolist() == [True, True, True, False, False, False, False]
    assert (flags & FIRST != 0).tolist() == [True, False, False, True, False, False, True]


def test_one_changed_character_costs_two_pairs() -> None:
    left, right = (split([text]).words for text in ("中国人民银行宣布降息", "中国人民银行宣布升息"))
    assert len(left) == 9
    assert (left != right).sum() == 2
