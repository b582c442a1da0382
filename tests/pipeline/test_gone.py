from collections.abc import Sequence
from pathlib import Path

import pytest

from dedupe import Story
from dedupe.accepted import Decision, Verdict, content, settle
from dedupe.index import Index
from dedupe.pipeline import Opened, beside, check_index
from tests.index.made import made, way
from tests.pipeline.decisions import TODAY, contents
from tests.pipeline.made import DUMP
from tests.strategies import story, tale

FRESH = [story("fresh", tale(50), "Tale 50")]


def gone(folder: Path, *pairs: tuple[str, str]) -> Sequence[tuple[str, str, str]]:
    decided = settle([Decision(*sorted(pair), Verdict.KNOWN, "why") for pair in pairs], TODAY)  # type: ignore[arg-type]
    with Index.reading(folder) as index:
        report = check_index(index, Opened(FRESH), way()._replace(decisions=decided))
    assert report.accepted is not None
    return report.accepted.gone


@pytest.mark.parametrize("most", [10_000, 0])
def test_a_line_is_gone_only_if_one_of_its_stories_is_neither_held_nor_fresh(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[Story] = DUMP[:6]
    name = contents([*held, *FRESH])
    folder = made(tmp_path / "held", held)
    monkeypatch.setattr(beside, "WHOLE", most)  # whether all that is held is read, or what is around the fresh one
    first, second, fresh, missing = name[held[0].id], name[held[4].id], name["fresh"], content(7)
    assert gone(folder, (first, second), (second, fresh)) == ()
    told = [(one, other) for one, other, _ in gone(folder, (first, second), (first, missing), (fresh, missing))]
    assert sorted(told) == sorted(tuple(sorted(pair)) for pair in ((first, missing), (fresh, missing)))
