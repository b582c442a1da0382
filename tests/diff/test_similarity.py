from hypothesis import given
from hypothesis import strategies as st

from dedupe.diff.sentences import sentences
from dedupe.diff.similarity import WEAK, Pair, Text, Weights, equal_pairs, similar_pairs, text
from tests.diff.made import SENTENCES
from tests.strategies import law

SIDES = st.lists(st.sampled_from(SENTENCES), max_size=8)


def texts(left: list[str], right: list[str]) -> tuple[Text, Text, Weights]:
    sides = text(sentences(left)), text(sentences(right))
    return *sides, Weights(sides)


@law
@given(SIDES, SIDES)
def test_similarity_is_1_for_equal_sentences_only_and_never_under_the_floor(left: list[str], right: list[str]) -> None:
    first, second, weights = texts(left, right)
    for pair in similar_pairs(first, second, weights):
        assert WEAK <= pair.similarity <= 1
        assert (pair.similarity == 1) == (first.sentences[pair.left].key == second.sentences[pair.right].key)


def test_a_reworded_sentence_is_more_like_its_source_than_any_other() -> None:
    left = ["The tug freed the ferry at dawn.", "Tickets will be refunded by the owners.", "Nobody was hurt."]
    right = ["The owners said tickets would be refunded.", "At dawn, a tug freed the ferry.", "No one on board was hurt."]
    pairs: list[Pair] = similar_pairs(*texts(left, right))
    best = [max((p for p in pairs if p.left == n), key=lambda p: p.similarity).right for n in range(3)]
    assert best == [1, 0, 2]


def test_a_rare_term_weighs_more_than_a_common_one() -> None:
    _, _, weights = texts(["the tug", "the ferry"], ["the cape", "the light"])
    assert weights["tug"] > weights["the"]
    assert weights.total(frozenset({"tug", "the"})) == weights["tug"] + weights["the"]


def test_sentences_that_recur_are_paired_from_both_ends() -> None:
    a, b, c = ("a",), ("b",), ("c",)
    assert sorted(set(equal_pairs([a, b, a, a], [a, a, c]))) == [(0, 0), (2, 0), (2, 1), (3, 1)]


def test_where_there_are_no_spaces_pairs_of_characters_are_terms() -> None:
    (terms,) = text(sentences(["銀行は"])).terms
    assert terms == {"銀", "行", "は", "銀行", "行は"}
