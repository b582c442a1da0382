import re
import shutil
from pathlib import Path
from random import Random

import pytest

from dedupe.errors import StaleIndexError
from dedupe.index import Index
from dedupe.pipeline import Opened, check_index
from tests.index.made import made, way
from tests.pipeline.made import DUMP

FRESH = DUMP[-4:]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("whole") / "held", DUMP[:12], DUMP[12:-4])


@pytest.mark.parametrize("seed", range(40))
def test_whatever_bytes_are_others_the_answer_is_one_or_an_error_in_words(seed: int, whole: Path, tmp_path: Path) -> None:
    random, folder = Random(seed), tmp_path / "held"
    shutil.copytree(whole, folder)
    path = random.choice(sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size))
    data = bytearray(path.read_bytes())
    for _ in range(random.choice([1, 4, 50])):
        data[random.randrange(len(data))] = random.randrange(256)
    path.write_bytes(data[: random.choice([len(data), len(data), random.randrange(len(data))])])
    assert re.search("^[0-4]$|index verify|no catalogue|is no index", told(folder))


def told(folder: Path) -> str:
    """Return how many stories a check found to be fresh, or why it could not tell."""
    try:
        with Index.reading(folder) as index:
            return str(check_index(index, Opened(FRESH), way()).read)
    except StaleIndexError as error:
        return str(error)


def test_a_segment_that_would_be_elsewhere_is_damage(whole: Path, tmp_path: Path) -> None:
    import sqlite3

    folder = tmp_path / "held"
    shutil.copytree(whole, folder)
    with sqlite3.connect(folder / "catalogue.sqlite") as database:
        database.execute("UPDATE segments SET name = '../../' || name")
    database.close()
    with pytest.raises(StaleIndexError, match=r"catalogue\.sqlite is damaged"), Index.reading(folder):
        pass
