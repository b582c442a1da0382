from pathlib import Path

import pytest

from dedupe import scan
from dedupe.pipeline import again, contents
from dedupe.readers import Fields

DUMPS = Path(__file__).resolve().parents[2] / "fixtures" / "dumps"


@pytest.mark.parametrize("name", ["wire.jsonl", "world.jsonl", "archive.txt"])
def test_stories_read_again_are_those_of_the_report(name: str) -> None:
    path = str(DUMPS / name)
    report = scan([path])
    stories, sources = again({path: path}, report.stories.keys(), Fields())
    assert stories == report.stories
    assert contents(stories.values()) == report.contents
    assert sum(tally.stories for tally in sources) == report.read


def test_stories_of_a_file_that_moved_have_their_former_names(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes((DUMPS / "archive.txt").read_bytes())
    report = scan([str(DUMPS / "archive.txt")])
    stories, _ = again({str(path): str(DUMPS / "archive.txt")}, report.stories.keys(), Fields())
    assert stories == report.stories
