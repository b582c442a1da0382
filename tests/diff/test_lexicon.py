from dedupe.diff import lexicon


def test_months_and_weekdays_are_numbered_in_every_language() -> None:
    assert [lexicon.MONTHS[word] for word in ("january", "mai", "prosince", "сентября")] == [1, 5, 12, 9]
    assert [lexicon.WEEKDAYS[word] for word in ("monday", "mercredi", "воскресенье")] == [1, 3, 7]


def test_number_words_have_their_values() -> None:
    words = {**lexicon.ONES, **lexicon.TEENS, **lexicon.TENS, **lexicon.SPELLED}
    assert [words[word] for word in ("one", "nineteen", "ninety", "zwei", "onze", "doce")] == [1, 19, 90, 2, 11, 12]


def test_no_number_word_of_another_language_is_an_english_one() -> None:
    assert lexicon.SPELLED.keys().isdisjoint(lexicon.ONES | lexicon.TEENS | lexicon.TENS | dict.fromkeys(lexicon.STARTERS))


def test_every_table_is_in_small_letters() -> None:
    tables = [value for name, value in vars(lexicon).items() if name.isupper() and isinstance(value, frozenset | dict)]
    assert len(tables) > 15
    assert all(word == word.lower() for table in tables for word in table)


def test_what_english_says_with_a_refusal_is_no_negation() -> None:
    assert lexicon.REFUSALS.isdisjoint(lexicon.NEGATORS)
