"""Copies are found at every strength that the table promises, and what only looks like a copy is left apart."""

import pytest

from dedupe import Relation, Story, scan
from tests.perturb import NEGATIVE, POSITIVE, TRIALS, Trial, originals, outcome, perturb
from tests.perturbations.prose import joined, names, paragraphs

PASTED_NAMED = 0.9  # share of pasted passages that the report names, as an overlap or as one event
STORY = Story(
    id="kites",
    title="Kites grounded in Velle",
    body="The kites of Velle stayed on the ground on Sunday, and so did Emil Castor, 31.\n\n“There was no wind,” said Emil "
    "Castor. He had brought 12 kites and a cousin from Orsk. About 2,600 people watched three of them.\n\nThe mayor of Velle "
    "promised to look into it. A wind is expected on Tuesday at 14:30, and it isn't the first.",
)


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    return originals()


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: f"{trial.kind}-{trial.strength}")
def test_copies_are_found_and_other_stories_left_apart(trial: Trial, stories: list[Story]) -> None:
    found = outcome(trial, stories)
    assert found.false <= trial.false
    assert trial.recall is None or found.merged >= trial.recall


def test_a_pasted_passage_is_named_although_nothing_is_merged(stories: list[Story]) -> None:
    trial = next(trial for trial in TRIALS if trial.kind == "pasted")
    assert outcome(trial, stories).named >= PASTED_NAMED


@pytest.mark.parametrize("kind", ["typography", "entities", "zero_width", "homoglyphs"])
def test_what_only_changes_the_look_of_a_text_leaves_it_identical(kind: str, stories: list[Story]) -> None:
    copies = [perturb(story, kind, 0.7, 1) for story in stories]
    found = scan([*stories, *copies]).matches
    assert {match.relation for match in found if match.right == f"{match.left}~{kind}"} == {Relation.IDENTICAL}


def test_heavy_spin_is_as_strong_as_what_news_sites_do(stories: list[Story]) -> None:
    assert outcome(Trial("heavy_spin", 1.0, 0.0, 1.0), stories).alike <= 0.25


def test_there_are_enough_originals_and_each_kind_is_tried(stories: list[Story]) -> None:
    assert len(stories) >= 30
    assert {trial.kind for trial in TRIALS} == {*POSITIVE, *NEGATIVE}
    assert {trial.kind for trial in TRIALS if trial.recall is not None} == set(POSITIVE)


@pytest.mark.parametrize("kind", [*POSITIVE, *NEGATIVE])
def test_one_seed_gives_one_text(kind: str) -> None:
    assert perturb(STORY, kind, 0.5, 7) == perturb(STORY, kind, 0.5, 7)


@pytest.mark.parametrize("kind", [kind for kind in (*POSITIVE, *NEGATIVE) if kind != "spelling"])
def test_each_kind_changes_the_text(kind: str) -> None:
    assert perturb(STORY, kind, 0.9, 7).body != STORY.body


def test_spelling_changes_what_the_two_countries_spell_otherwise() -> None:
    harbour = Story(id="harbour", title="", body="The harbour is grey.")
    assert perturb(harbour, "spelling", 1.0, 1).body == "The harbor is gray."


def test_paragraphs_put_together_are_the_body_again() -> None:
    assert joined(paragraphs(STORY.body)) == STORY.body


def test_a_name_stands_inside_a_sentence_and_is_no_day() -> None:
    assert names(STORY.body) == ["Velle", "Emil Castor", "Orsk"]
