from pathlib import Path
from random import Random

import pytest

from dedupe.index import verified
from tests.index.made import made
from tests.pipeline.made import DUMP


def test_nothing_is_wrong_with_an_index_as_it_was_written(tmp_path: Path) -> None:
    assert verified(made(tmp_path / "held", DUMP[:9], DUMP[9:])) == []


@pytest.mark.parametrize("name", ["stories-0000", "rows", "keys", "digests", "bands", "prints", "terms"])
def test_a_byte_that_is_another_is_found(tmp_path: Path, name: str) -> None:
    folder = made(tmp_path / "held", DUMP[:9])
    (path,) = folder.glob(f"segments/*/{name}.parquet")
    data = bytearray(path.read_bytes())
    data[Random(name).randrange(len(data))] ^= 1
    path.write_bytes(data)
    assert verified(folder) == [f"{path} is not as it was written"]


def test_a_file_that_is_gone_is_found(tmp_path: Path) -> None:
    folder = made(tmp_path / "held", DUMP[:9])
    (path,) = folder.glob("segments/*/rows.parquet")
    path.unlink()
    assert verified(folder) == [f"{path} is missing"]
