import pytest

from dedupe.diff.conflicts import near
from dedupe.diff.figures import figures
from tests.diff.made import conflicts, lacks


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("The crew took 12 people ashore.", "The crew took 14 people ashore.", ("number", "12", "14")),
        ("It left at 6:30 am from Amsel.", "It left at 7:30 am from Amsel.", ("time", "6:30 am", "7:30 am")),
        ("It sank on 3 May off Amsel.", "It sank on 4 May off Amsel.", ("date", "3 May", "4 May")),
        ("Some $10 million of freight sank.", "Some $10 billion of freight sank.", ("number", "$10 million", "$10 billion")),
        ("At least 12 divers went down off Amsel.", "Off Amsel, 14 divers went down.", ("number", "12", "14")),
    ],
)
def test_figures_that_count_the_same_conflict(left: str, right: str, found: tuple[str, str, str]) -> None:
    assert conflicts(left, right) == [found]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The crew took 12 people ashore.", "The crew took twelve people ashore."),
        ("It cost $10m to free the ship.", "It cost $10 million to free the ship."),
        ("It sank on Monday, 3 May 2021.", "It sank on May 3."),
        ("It left at 7 pm from Amsel.", "It left at 19:00 from Amsel."),
        ("Hundreds of people stood on the quay.", "Some 340 people stood on the quay."),
    ],
)
def test_two_ways_of_stating_a_figure_are_no_conflict(left: str, right: str) -> None:
    assert (conflicts(left, right), lacks(left, right)) == ([], [])


def test_figures_that_both_stories_state_elsewhere_are_no_conflict() -> None:
    left = "The tug has 12 sailors aboard.\n\nThe ferry has 14 sailors on its crew list."
    assert conflicts(left, "The ferry has 14 sailors on its crew list.\n\nThe tug has 12 sailors aboard.") == []


def test_tolls_of_two_days_in_sentences_hardly_alike_are_no_conflict() -> None:
    left = "The Amsel ministry announced that “more than 220 Vardan soldiers” had been killed by its gunners."
    right = "Up to 210 Vardan troops were reportedly killed in a wider sector, according to the Amsel ministry."
    assert conflicts(left, right) == []


def test_a_figure_that_one_side_leaves_out_is_told_once() -> None:
    assert lacks("The crew took 12 people ashore by boat.", "The crew took people ashore by boat.") == [("number", "12", "")]


def test_a_small_number_that_another_language_may_spell_is_not_missed() -> None:
    assert lacks("Die Feuerwehr rettete 7 Hunde aus dem Haus.", "Die Feuerwehr rettete sieben Hunde aus dem Haus.") == []
    assert lacks("Hasiči zachránili 7 psů z domu.", "Hasiči zachránili sedm psů z domu.") == []


def test_what_a_figure_counts_are_the_words_around_it() -> None:
    text = "Off the cape, about 12 wounded sailors were found."
    (mention,) = figures(text)
    assert near(text, mention) == {"cape", "wound", "sailo", "found"}
