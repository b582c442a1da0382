from dataclasses import replace
from pathlib import Path

from dedupe.index import Index
from dedupe.model import Story
from dedupe.pipeline import Opened
from dedupe.pipeline.newcomers import Newcomers
from tests.index.made import made
from tests.pipeline.made import DUMP


def come(folder: Path, *fresh: Story) -> Newcomers:
    with Index.reading(folder) as index:
        newcomers = Newcomers(index, Opened(fresh))
        assert [name for chunk in newcomers for name in chunk.id] == sorted(newcomers.fresh, key=[*newcomers.fresh].index)
        return newcomers


def test_a_story_held_as_it_is_does_not_come_again(tmp_path: Path) -> None:
    newcomers = come(made(tmp_path / "held", DUMP[:3]), DUMP[0], replace(DUMP[1], id="other"))
    assert (newcomers.already, newcomers.fresh) == (1, {"other"})


def test_another_text_of_a_held_id_gets_a_name_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    later = [replace(DUMP[0], body=f"{DUMP[0].body} {more}") for more in ("One.", "Two.")]
    folder = made(tmp_path / "held", DUMP[:1])
    name = f"{DUMP[0].id}@{DUMP[0].origin}"
    assert come(folder, later[0]).fresh == {name}
    made(folder, later[:1])
    assert come(folder, later[0]).already == 1
    assert come(folder, later[1]).fresh == {f"{name}#2"}
