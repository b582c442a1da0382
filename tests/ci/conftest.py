"""Dumps for a build: stories that are held, and a fresh one that repeats one of them."""

from pathlib import Path

import pytest

from tests.cli.conftest import fresh as fresh
from tests.cli.conftest import held as held
from tests.cli.conftest import pair as pair


@pytest.fixture
def folder(held: Path, fresh: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder with held.jsonl and fresh.jsonl, which is where the build runs."""
    assert held.parent == fresh.parent
    monkeypatch.chdir(held.parent)
    return held.parent
