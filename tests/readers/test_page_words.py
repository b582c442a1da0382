import pytest

from dedupe.readers import page_words
from dedupe.readers.page_kinds import bare

TABLES = ("READ_MORE", "BY", "COUNT_WORDS", "LABELS", "FURNITURE")


@pytest.mark.parametrize("name", TABLES)
def test_phrases_are_written_as_lines_are_compared(name: str) -> None:
    phrases = getattr(page_words, name)
    assert {phrase for phrase in phrases if phrase != phrase.casefold() or not phrase or phrase != phrase.strip()} == set()


def test_no_call_to_read_on_ends_in_a_mark() -> None:
    assert {phrase for phrase in page_words.READ_MORE if bare(phrase) != phrase} == set()
