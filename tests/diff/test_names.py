from dedupe.diff.names import Names
from tests.diff.made import between, conflicts, lacks


def of(sentence: str, *others: str) -> list[str]:
    return [name.text for name in Names([sentence, *others], []).of(sentence)]


def test_runs_of_capitals_are_names_without_the_titles_before_them() -> None:
    text = "On Monday Mr. Ada Orr of Port Amsel met General J. Vale and the Bank of Marland."
    assert of(text) == ["Ada Orr of Port Amsel", "J. Vale", "Bank of Marland"]


def test_a_capital_that_begins_a_sentence_is_no_name_unless_it_is_one_elsewhere() -> None:
    assert of("Tickets are gone.") == []
    assert of("Amsel is dark.", "The port of Amsel is old.") == ["Amsel"]


def test_german_nouns_are_no_names() -> None:
    told = "Am Abend hat der Kapitän von der Reederei eine Strafe und die Kündigung für das Unglück bekommen."
    assert of(told) == []


def test_a_name_exchanged_for_another_conflicts() -> None:
    assert conflicts("The captain, Ada Orr, left.", "The captain, Ida Vale, left.") == [("name", "Ada Orr", "Ida Vale")]


def test_accents_alone_are_no_other_name() -> None:
    assert conflicts("The captain, Gísli Orr, left.", "The captain, Gisli Orr, left.") == []


def test_a_name_and_its_initials_are_one() -> None:
    assert conflicts("The owners asked the Marland National Bank.", "The owners asked the MNB.") == []


def test_a_name_is_known_by_its_last_part_or_its_initials() -> None:
    story = Names(["The captain, Orr, spoke for the MNB."], [])
    (orr, bank) = Names([], []).of("So said Ada Orr of the crew and the Marland National Bank.")
    assert (orr in story, bank in story) == (True, True)


def test_a_name_that_only_one_story_has_is_its_own() -> None:
    left = "The ferry sank. Its captain was Ada Orr, said the owners."
    assert lacks(left, "The ferry sank. Its captain was a sailor, said the owners.") == [("name", "Ada Orr", "")]


def test_a_short_name_is_not_told_beside_its_long_form() -> None:
    left = "The captain was Ada Orr, they said.\n\nLater that night Orr was seen ashore."
    assert [fact.left for fact in between(left, "Nobody knows who steered.").facts] == ["Ada Orr"]
