from random import Random

import pytest

from dedupe.engines.local import Local
from dedupe.model import Story
from dedupe.pipeline.banded import bands_of
from dedupe.pipeline.corpus import Corpus
from dedupe.rows import batches, chunked
from dedupe.settings import Settings
from tests.strategies import story, tale

FOOTER = "Subscribe to the Lorne Post and read every story on your phone."


def corpus(stories: list[Story], engine: Local) -> Corpus:
    return Corpus(batches(chunked(stories, 3)), Settings(), engine)


def pages() -> list[Story]:
    """Return pages of two sources, each with its own last line, and one of a third."""
    told = [story(f"s{n}", f"{tale(n)}\n{FOOTER}", source="Lorne Post") for n in range(9)]
    told += [
        story(f"t{n}", f"{tale(n)}\nMore of this every day in the Orrin Times.", source="Orrin Times") for n in range(20, 27)
    ]
    return [*told, story("u", f"{tale(40)}\n{FOOTER}", source="Other")]


@pytest.mark.parametrize("memory", [0, 1, 100_000])
def test_boilerplate_is_left_out_of_words_signatures_and_counts_alike(memory: int) -> None:
    told = pages()
    kept = [Story(one.id, "", one.body.rpartition("\n")[0], source=one.source) for one in told[:-1]]
    bare = corpus([*kept, told[-1]], Local())
    masked = corpus(told, Local(memory=memory))
    assert len(masked.quiet) == 2
    assert masked.lengths.tolist() == bare.lengths.tolist()
    assert masked.digests.tolist() == bare.digests.tolist()
    assert (masked.counts.table == bare.counts.table).all()
    assert (bands_of(masked) == bands_of(bare)).all()
    assert masked.column("content").tolist() != bare.column("content").tolist()


def test_the_order_of_the_stories_does_not_change_what_is_left_out() -> None:
    told = pages()
    shuffled = Random(3).sample(told, len(told))
    assert corpus(shuffled, Local()).quiet.tolist() == corpus(told, Local()).quiet.tolist()
