from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest

from dedupe.errors import SettingsError
from dedupe.settings import POLICIES, SHARES, Settings

COUNTS = [f.name for f in fields(Settings) if isinstance(f.default, int) and not isinstance(f.default, bool)]


@pytest.mark.parametrize("name", SHARES)
@pytest.mark.parametrize("value", [0, -0.1, 1.1, float("nan")])
def test_a_share_is_over_0_and_at_most_1(name: str, value: float) -> None:
    with pytest.raises(SettingsError, match=f"^{name} is {value}; it is a share"):
        Settings(**{name: value})  # type: ignore[arg-type]


def test_every_number_with_a_point_is_a_share() -> None:
    assert {f.name for f in fields(Settings) if isinstance(f.default, float)} == set(SHARES)


@pytest.mark.parametrize("name", COUNTS)
def test_a_count_below_its_least_is_refused_by_name(name: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name} is -1; give a whole number"):
        Settings(**{name: -1})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SHARES)
def test_all_of_it_is_a_share(name: str) -> None:
    assert getattr(Settings(**{name: 1.0}), name) == 1.0  # type: ignore[arg-type]


def test_there_may_be_no_background() -> None:
    assert Settings(background=0).background == 0


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_is_one_of_those_listed(policy: str) -> None:
    assert Settings(canonical=policy).canonical == policy
    with pytest.raises(SettingsError, match=f"choose one of .*{policy}"):
        Settings(canonical=policy + "?")


def test_settings_do_not_change() -> None:
    settings: Any = Settings()
    with pytest.raises(FrozenInstanceError):
        settings.near = 0.4
