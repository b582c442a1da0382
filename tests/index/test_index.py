from pathlib import Path

import numpy as np
import pytest

from dedupe.errors import StaleIndexError
from dedupe.index import Index
from dedupe.index.segment import SEGMENTS
from dedupe.rows import key
from tests.index.made import ids, made, opened
from tests.pipeline.made import DUMP


def test_what_was_added_is_held_in_the_order_in_which_it_came(tmp_path: Path) -> None:
    with opened(tmp_path / "held", DUMP[:5], DUMP[5:]) as index:
        assert (len(index), len(index.segments)) == (len(DUMP), 2)
        assert ids(index) == [story.id for story in DUMP]


def test_rows_are_taken_through_all_segments(tmp_path: Path) -> None:
    with opened(tmp_path / "held", DUMP[:3], DUMP[3:6], DUMP[6:]) as index:
        taken = [name for batch in index.take(np.array([1, 2, 4, 20])) for name in batch.column("id").to_pylist()]
        assert taken == [DUMP[row].id for row in (1, 2, 4, 20)]


def test_a_story_is_found_by_its_key_in_whichever_segment_it_is(tmp_path: Path) -> None:
    with opened(tmp_path / "held", DUMP[:3], DUMP[3:]) as index:
        asked = np.array([key(DUMP[9].id), key("nobody"), key(DUMP[0].id)], np.int64)
        found = index.find("keys", asked, np.zeros(3, np.int64), 1)
        assert sorted(zip(found.place.tolist(), found.row.tolist(), strict=True)) == [(0, 9), (2, 0)]


def test_a_reader_sees_the_index_as_it_was_when_it_opened_it(tmp_path: Path) -> None:
    with opened(tmp_path / "held", DUMP[:3]) as index:
        made(tmp_path / "held", DUMP[3:])
        assert ids(index) == [story.id for story in DUMP[:3]]
    with Index.reading(tmp_path / "held") as index:
        assert len(index) == len(DUMP)


def test_a_second_writer_is_told_that_another_is_at_it(tmp_path: Path) -> None:
    folder = made(tmp_path / "held", DUMP[:3])
    with (
        Index.writing(folder, 0),
        pytest.raises(StaleIndexError, match=r"another process writes to .*; wait for it with --wait"),
        Index.writing(folder, 0),
    ):
        pass


def test_what_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    folder = made(tmp_path / "held", DUMP[:3])

    def half() -> None:
        with Index.writing(folder, 0) as index:
            index.remove(np.array([0]))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    with Index.reading(folder) as index:
        assert len(index) == 3


def test_folders_that_no_catalogue_names_go_with_the_next_writer(tmp_path: Path) -> None:
    folder = made(tmp_path / "held", DUMP[:3])
    orphan = folder / SEGMENTS / "orphan"
    orphan.mkdir()
    (orphan / "stories.parquet").write_text("half")
    with Index.writing(folder, 0):
        assert not orphan.exists()


@pytest.mark.parametrize("what", ["missing", "empty", "text", "database", "format"])
def test_what_is_no_index_of_this_format_is_refused_in_words(tmp_path: Path, what: str) -> None:
    import sqlite3

    folder = tmp_path / "held"
    folder.mkdir()
    path = folder / "catalogue.sqlite"
    if what == "text":
        path.write_text("not a database, but long enough to be taken for one at first sight" * 20)
    elif what == "database":
        sqlite3.connect(path).execute("CREATE TABLE guests (name)").connection.close()
    elif what == "format":
        made(folder, DUMP[:1])
        sqlite3.connect(path).execute("PRAGMA user_version = 99").connection.close()
    elif what == "missing":
        folder.rmdir()
    words = {
        "missing": "is no index",
        "empty": "is no index",
        "text": "damaged",
        "database": "no catalogue",
        "format": "format 99",
    }
    with pytest.raises(StaleIndexError, match=words[what]), Index.reading(folder):
        pass


@pytest.mark.parametrize("name", ["stories-0000.parquet", "bands.parquet", "keys.parquet"])
def test_a_damaged_or_missing_segment_is_refused_in_words(tmp_path: Path, name: str) -> None:
    folder = made(tmp_path / "held", DUMP[:3])
    (path,) = folder.glob(f"segments/*/{name}")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StaleIndexError, match="is damaged; `dedupe index verify"), Index.reading(folder):
        pass
    path.unlink()
    with pytest.raises(StaleIndexError, match="is missing; `dedupe index verify"), Index.reading(folder):
        pass


def test_an_index_of_other_settings_is_refused_in_words(tmp_path: Path) -> None:
    with opened(tmp_path / "held", DUMP[:1]) as index:
        index.fit(index.settings)
        with pytest.raises(StaleIndexError, match=r"made with near = 0.5, not 0.6"):
            index.fit({**index.settings, "near": 0.6})


def test_no_index_is_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("")
    for folder, words in ((tmp_path, "holds other files and is no index"), (tmp_path / "thesis.tex", "is a file")):
        with pytest.raises(StaleIndexError, match=words), Index.writing(folder, 0, new=True):
            pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]
