from hypothesis import given

from dedupe.diff.mention import bare_words, lowered, stem, stems, telling
from dedupe.diff.result import FactKind
from dedupe.diff.spans import spans
from dedupe.diff.wording import words
from tests.diff.made import ANY
from tests.strategies import law


def test_a_stem_leaves_out_ending_case_and_accents() -> None:
    assert stem("Reported") == stem("reports") == stem("REPORTER") == "repor"
    assert stem("Gísli") == stem("Gisli")
    assert [*stems("12,345 boats")] == ["12", "345", "boats"]


@law
@given(ANY)
def test_small_letters_stay_in_their_places(text: str) -> None:
    assert len(lowered(text)) == len(text)


def test_bare_words_have_no_digits() -> None:
    assert bare_words("Two of 12 MQ-9s") == ["two", "of", "mq", "s"]


def test_a_telling_knows_what_was_exchanged_and_how_much_is_shared() -> None:
    told = telling(spans(words("They took 12 people ashore"), words("They took 14 people ashore")))
    (change,) = told.changes
    assert (told.left[change.left : change.left_end], told.right[change.right : change.right_end]) == ("12 ", "14 ")
    assert told.shared == 0.8
    assert told.is_retold


def test_a_fact_that_a_retold_sentence_lacks_has_both_sentences() -> None:
    told = telling(spans(words("They took 12 people ashore"), words("They took people ashore")))
    assert told.fact(FactKind.NUMBER, left="12").right_sentence == "They took people ashore"


def test_a_fact_in_a_sentence_quite_its_own_has_one() -> None:
    told = telling(spans(words("They took 12 people ashore"), words("Bakers won in court")))
    assert told.fact(FactKind.NUMBER, left="12").right_sentence == ""
