from pathlib import Path

import numpy as np
import pytest

from dedupe import rows
from dedupe.index import texts
from dedupe.index.texts import Texts, TextsWriter
from dedupe.model import Story

STORIES = [Story(f"s{number}", f"Title {number}", "It ran aground. " * (number % 7)) for number in range(500)]


@pytest.mark.parametrize("sizes", [[500], [1] * 500, [63, 65, 200, 172]])
def test_any_stories_are_read_as_they_were_written(sizes: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "PART", 128)
    monkeypatch.setattr(texts, "HELD", 100)
    writer, first = TextsWriter(tmp_path), 0
    for size in sizes:
        for batch in rows.batches(rows.chunked(STORIES[first : first + size])):
            writer.add(batch)
        first += size
    writer.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"stories-000{number}.parquet" for number in range(4)]
    asked = np.array([0, 1, 63, 64, 127, 128, 300, 499])
    for some in (asked, asked[:0], np.arange(500)):
        taken = Texts(tmp_path, 500).take(some)
        assert rows.stories(taken) == [STORIES[row] for row in some.tolist()]
