import pytest

from tests.diff.made import conflicts


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("The owners said that no passengers were hurt.", "The owners said that passengers were hurt.", "no passengers"),
        ("The tug did not reach the ferry.", "The tug did reach the ferry.", "not reach"),
        ("She didn't sign the contract.", "She did sign the contract.", "didn't sign"),
        (
            "Streets were also hit, but no casualties were reported.",
            "Also hit: streets, with casualties reported.",
            "no casualties",
        ),
        ("Der Kapitän hat nicht getrunken.", "Der Kapitän hat getrunken.", "nicht getrunken"),
    ],
)
def test_what_one_side_denies_of_the_other_conflicts(left: str, right: str, found: str) -> None:
    assert [(kind, denied) for kind, denied, _ in conflicts(left, right)] == [("negation", found)]
    assert [(kind, denied) for kind, _, denied in conflicts(right, left)] == [("negation", found)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("No passengers were hurt.", "None of the passengers was hurt."),
        ("They did not save the roof.", "They failed to save the roof."),
        ("The light did not fail until dawn.", "The light failed only at dawn."),
        ("Not only passengers were hurt.", "Passengers and others were hurt."),
        ("There is no doubt that the light failed.", "The light failed, and few doubt it."),
        ("Not without danger, they left the ship.", "In danger they left the ship."),
        ("No further passengers were hurt.", "The passengers were hurt."),
        ("Its value is not equal to zero.", "Its value is non-zero."),
    ],
)
def test_two_ways_of_saying_no_are_no_conflict(left: str, right: str) -> None:
    assert conflicts(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [("confirmed", "denied"), ("rose", "fell"), ("accepted", "rejected"), ("won", "lost")],
)
def test_opposites_exchanged_for_one_another_conflict(left: str, right: str) -> None:
    sentence = "On Friday the owners of the line {} what the union had asked for."
    assert conflicts(sentence.format(left), sentence.format(right)) == [("negation", left, right)]
