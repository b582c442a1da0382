from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.boilerplate import LEAST, LENGTH, Sentences, Sources, boilerplate, common, long, origins, sentences, source_key
from dedupe.model import Story
from dedupe.sign import split
from tests.strategies import costly, signed, story, tale

FOOTER = "Subscribe to the Lorne Post and read every story on your phone."


def pages(count: int, footer: str = FOOTER, first: int = 0, **more: Any) -> list[Story]:
    """Return stories that have nothing but their last line in common."""
    known: dict[str, Any] = {"source": "Lorne Post", **more}
    return [story(f"s{seed}", f"{tale(seed)}\n{footer}", **known) for seed in range(first, first + count)]


def told(stories: list[Story]) -> Sentences:
    return sentences(signed(stories), np.arange(len(stories), dtype=np.int32))


def codes(every: Sentences, sources: list[int]) -> list[int]:
    """Return the codes of the boilerplate among all sentences of stories of these sources."""
    names, counts = np.unique(np.array(sources, np.uint64), return_counts=True)
    found: list[int] = boilerplate(common(long(every), Sources(names, counts)), every).tolist()
    return found


def unsaid(stories: list[Story]) -> int:
    """Return how many sentences of the stories are boilerplate."""
    every = told(stories)
    return int(np.isin(every.codes, codes(every, origins(signed(stories)).tolist())).sum())


def test_a_line_under_many_stories_of_one_source_is_boilerplate_and_nothing_else_is() -> None:
    assert unsaid(pages(LEAST)) == LEAST


def test_a_line_under_few_stories_is_none() -> None:
    assert unsaid(pages(LEAST - 1)) == 0


def test_a_line_of_few_words_is_none() -> None:
    assert unsaid(pages(LEAST, "Follow us here.")) == 0


def test_a_line_of_many_sources_is_none() -> None:
    assert unsaid([*pages(LEAST), *pages(LEAST, first=50, source="Orrin Times")]) == 0


def test_copies_of_one_story_are_versions_and_no_boilerplate() -> None:
    assert unsaid([story(f"s{copy}", f"{tale(1)}\n{FOOTER}", source="Lorne Post") for copy in range(9)]) == 0


def test_a_line_of_one_in_a_thousand_is_none() -> None:
    few = [story(f"t{seed}", tale(seed, 1), source="Lorne Post") for seed in range(100, 700)]
    assert unsaid([*pages(LEAST), *few]) == 0


@costly
@given(st.permutations(range(12)))
def test_the_order_of_the_stories_does_not_change_what_is_boilerplate(order: list[int]) -> None:
    stories = [*pages(7), *pages(5, "Another line of quite another source.", 20, source="Orrin Times")]
    shuffled = [stories[place] for place in order]
    sources = [origins(signed(told_so)).tolist() for told_so in (stories, shuffled)]
    assert codes(told(shuffled), sources[1]) == codes(told(stories), sources[0]) != []


def test_no_stories_have_no_sentences() -> None:
    assert codes(told([]), []) == []


def test_sentences_have_the_words_that_the_reader_of_words_gives_them() -> None:
    stories = pages(3)
    every, read = told(stories), split([one.body for one in stories])
    assert (every.number & LENGTH).sum() == len(read.words)
    assert np.bincount(every.story).tolist() == np.diff(read.sentence_starts).tolist()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Lorne Post", "", "a"), ("lorne post ", "https://x.example", "b")),
        (("", "https://www.post.example/a", "a"), ("", "http://post.example/b/c", "b")),
        (("", "", "dump.txt"), ("", "", "dump.txt")),
    ],
)
def test_a_source_is_its_name_or_else_its_host_or_else_its_file(left: tuple[str, str, str], right: tuple[str, str, str]) -> None:
    assert source_key(*left) == source_key(*right)
    assert source_key(*left) != source_key("Orrin Times", "", "")
