import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from dedupe.model import Story
from dedupe.readers.page import read_page
from dedupe.readers.page_lines import lines_of

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "fixtures" / "dumps" / "archive.txt"
SETS = SHARED / "bench" / "sets.json"
shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled sets are not here")


def stories(path: Path) -> list[Story]:
    return list(read_page(lines_of(path.read_text(encoding="utf-8")), path.name))


def bar(name: str) -> float:
    """Return the F1 that a labelled set asks for."""
    return float(json.loads(SETS.read_text(encoding="utf-8"))[name]["bars"]["f1"])


def squeezed(text: str) -> str:
    return re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text).casefold()).strip()


def agreement(found: Counter[tuple[str, ...]], gold: Counter[tuple[str, ...]]) -> float:
    """Return the F1 of what was found."""
    return 2 * (found & gold).total() / (found.total() + gold.total())


def test_the_fixture_page_reads_as_it_was_written() -> None:
    told = stories(PAGE)
    cut = [story for story in told if story.truncated]
    assert (len(told), len(cut)) == (20, 7)
    assert all(not story.summary for story in cut)
    assert all(len(story.summary) == 3 and len(story.body.split()) > 100 for story in told if not story.truncated)
    assert not any(story.published for story in told)
    assert not any("Read more" in story.body or "embedpost" in story.body for story in told)


@shared
def test_all_stories_of_the_seed_are_found_where_they_begin() -> None:
    gold = [line.split("\t") for line in (SHARED / "seed/gold/lines.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    told = stories(SHARED / "seed" / "dump.txt")
    assert [story.origin.line for story in told] == [int(number) for number, _, role, _ in gold if role == "title"]
    assert sum(story.truncated for story in told) == sum(role == "teaser" for *_, role, _ in gold)
    assert sum(len(story.summary) for story in told) == sum(role == "bullet" for *_, role, _ in gold)


@shared
def test_pages_like_the_seed_reach_their_bar() -> None:
    folder = SHARED / "bench" / "seedshape"
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = Counter((row["dump"], str(row["line_start"]), squeezed(row["title"])) for row in rows)
    dumps = [folder / name for name in sorted({row["dump"] for row in rows})]
    found = Counter((dump.name, str(story.origin.line), squeezed(story.title)) for dump in dumps for story in stories(dump))
    assert agreement(found, gold) >= bar("seedshape")


@shared
def test_every_fourth_page_of_another_site_reaches_its_bar() -> None:
    pages = sorted((SHARED / "bench" / "wp_freepressokc_pages").glob("*.txt"))[::4]
    gold = {page.name: json.loads(page.with_suffix(".json").read_text(encoding="utf-8")) for page in pages}
    wanted = Counter((name, squeezed(item["title"])) for name, items in gold.items() for item in items)
    found = Counter((page.name, squeezed(story.title)) for page in pages for story in stories(page))
    assert agreement(found, wanted) >= bar("archive_pages")
