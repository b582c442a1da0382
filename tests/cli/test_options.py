from dataclasses import fields
from typing import Any

import click
import pytest

from dedupe.cli import options
from dedupe.errors import SettingsError
from dedupe.settings import Settings


def settings(*arguments: str) -> Settings:
    @click.command()
    @options.decisions
    def command(**given: Any) -> Settings:
        return options.settings_of(given)

    found: Settings = command.main(list(arguments), standalone_mode=False)
    return found


def test_without_options_the_settings_are_the_defaults() -> None:
    assert settings() == Settings()


def test_each_threshold_of_the_settings_can_be_set() -> None:
    for name in (field.name for field in fields(Settings) if field.type in (int, float)):
        assert settings("--threshold", f"{name}={getattr(Settings(), name)}") == Settings()


def test_thresholds_the_policy_and_the_recall_reach_the_settings() -> None:
    given = ("--threshold", "near=0.6", "--threshold", "run=20", "--canonical", "earliest", "--recall", "0.9")
    assert settings(*given) == Settings(near=0.6, run=20, canonical="earliest", recall=0.9)


@pytest.mark.parametrize("threshold", ["neer=0.5", "canonical=longest", "=1", ""])
def test_an_unknown_threshold_is_answered_by_the_list_of_names(threshold: str) -> None:
    with pytest.raises(click.BadParameter, match=r"one of shingle_size, num_perm, .*, background"):
        settings("--threshold", threshold)


@pytest.mark.parametrize(
    ("threshold", "said"),
    [("near", "near=0.5"), ("near=high", "not a number"), ("run=1.5", "not a whole number"), ("run=", "run=12")],
)
def test_a_value_that_is_no_number_is_refused(threshold: str, said: str) -> None:
    with pytest.raises(click.BadParameter, match=said):
        settings("--threshold", threshold)


@pytest.mark.parametrize("threshold", ["near=1.1", "near=0", "near=nan", "near=inf", "run=0"])
def test_a_value_out_of_range_is_refused(threshold: str) -> None:
    with pytest.raises(SettingsError):
        settings("--threshold", threshold)


def test_field_options_name_the_fields() -> None:
    @click.command()
    @options.inputs
    def command(**given: Any) -> Any:
        return options.fields_of(given)

    fields = command.main(["x", "--id-field", "nr", "--text-field", "inhalt", "--input-format", "csv"], standalone_mode=False)
    assert (fields.id, fields.text, fields.format) == ("nr", "inhalt", "csv")
    assert not fields.title


@pytest.mark.parametrize(("given", "days"), [("30d", 30), ("2w", 14), ("7", 7)])
def test_a_window_is_given_in_days_or_weeks(given: str, days: int) -> None:
    assert settings("--window", given).window == days


def test_what_is_no_window_is_refused_in_words() -> None:
    with pytest.raises(click.BadParameter, match="write 30d, or 2w for weeks"):
        settings("--window", "soon")
