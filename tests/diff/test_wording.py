import pytest
from hypothesis import given

from dedupe.diff.wording import fold, is_spaceless, words
from tests.diff.made import ANY
from tests.strategies import law


@law
@given(ANY)
def test_the_words_of_a_text_joined_are_the_text(text: str) -> None:
    assert "".join(word.text for word in words(text)) == text


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("“Don’t go,” she said.", ["don't", "go", "she", "said"]),
        ("U.S. envoy", ["us", "envoy"]),
        ("1,100 men, 1 100 men, 1\u00a0100 men", ["1100", "men", "1100", "men", "1100", "men"]),
        ("fell by -7 °C or –7", ["fell", "by", "-7", "c", "or", "-7"]),
        ("a well-known £4.5m deal", ["a", "well", "known", "£4.5m", "deal"]),
        ("18% or 18％", ["18%", "or", "18%"]),
        ("銀行は", ["銀", "行", "は"]),
        ("Did he? He did", ["did", "he?", "he", "did"]),
        ("?!", [""]),
        ("", []),
    ],
)
def test_a_key_leaves_out_case_and_typography(text: str, keys: list[str]) -> None:
    assert [word.key for word in words(text)] == keys


def test_a_bracket_or_quote_belongs_to_the_word_it_opens() -> None:
    assert [word.text for word in words("Orr (captain) said: “No.”")] == ["Orr ", "(captain) ", "said: ", "“No.”"]


def test_forms_of_one_character_have_one_key() -> None:
    assert fold("ﬁre") == fold("FIRE") == fold("fi\u00adre") == "fire"


def test_only_scripts_without_spaces_are_spaceless() -> None:
    assert [is_spaceless(key) for key in ("銀", "ไ", "bank", "банк", "은행")] == [True, True, False, False, False]
