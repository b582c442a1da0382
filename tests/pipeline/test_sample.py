import bz2
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dedupe.model import Story
from dedupe.pipeline.sample import sample
from dedupe.readers import Fields
from tests.strategies import tale

STORIES = [{"id": f"s{n}", "title": f"Tale {n}", "text": tale(n)} for n in range(60)]
LINES = "".join(json.dumps(story) + "\n" for story in STORIES).encode()
NO_FIELDS = Fields()


def written(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return str(path)


def test_the_sample_is_the_first_stories_across_files(tmp_path: Path) -> None:
    cut = LINES.index(b"\n", len(LINES) // 3) + 1
    paths = [written(tmp_path / "one.jsonl", LINES[:cut]), written(tmp_path / "two.jsonl", LINES[cut:])]
    stories = sample(paths, NO_FIELDS, 30).stories
    assert all(isinstance(story, Story) for story in stories)
    assert [story.id for story in stories] == [f"s{n}" for n in range(30)]


@pytest.mark.parametrize("most", [60, 61, 1000])
def test_what_is_read_whole_is_counted(most: int, tmp_path: Path) -> None:
    path = written(tmp_path / "all.jsonl", LINES)
    found = sample([path], NO_FIELDS, most)
    assert (found.expected, found.seen, found.read) == (60, 60, len(LINES))


def test_a_file_read_by_line_tells_by_its_bytes_how_many_stories_it_has(tmp_path: Path) -> None:
    found = sample([written(tmp_path / "all.jsonl", LINES)], NO_FIELDS, 20)
    assert found.read == sum(len(line) + 1 for line in LINES.split(b"\n")[:20])
    assert found.seen == 20
    assert found.expected == pytest.approx(60, abs=10)


def test_a_file_not_begun_counts_by_its_size(tmp_path: Path) -> None:
    one, two = (written(tmp_path / name, LINES) for name in ("one.jsonl", "two.jsonl"))
    assert sample([one, two], NO_FIELDS, 60).expected == 120


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress)])
def test_of_a_compressed_file_the_ratio_is_taken(suffix: str, pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    found = sample([written(tmp_path / f"all.jsonl.{suffix}", pack(LINES))], NO_FIELDS, 20)
    assert found.seen == 20
    assert found.expected == pytest.approx(60, abs=10)


def test_the_ratio_is_told_before_a_large_file_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dedupe.pipeline.sample.TRIED", 1 << 18)
    lines = "".join(json.dumps({"id": str(n), "text": tale(n, 6)}) + "\n" for n in range(4000)).encode()
    found = sample([written(tmp_path / "all.jsonl.gz", gzip.compress(lines))], NO_FIELDS, 500)
    assert found.expected == pytest.approx(4000, rel=0.25)


def test_a_file_that_is_read_as_a_whole_is_counted_through(tmp_path: Path) -> None:
    found = sample([written(tmp_path / "all.json", json.dumps(STORIES).encode())], NO_FIELDS, 20)
    assert (len(found.stories), found.seen, found.expected) == (20, 60, 60)


def test_an_empty_file_has_no_story(tmp_path: Path) -> None:
    assert sample([written(tmp_path / "none.jsonl", b"")], NO_FIELDS, 20).expected == 0
