from hypothesis import given
from hypothesis import strategies as st

from dedupe.model import Origin, Skip, Story
from dedupe.rows import Chunk, chunked, named_apart
from tests.strategies import STORIES, law

SKIP = Skip(Origin("made.jsonl", 3, 3), "no title")
RECORDS = st.lists(STORIES | st.just(SKIP), max_size=8)
NAMED = st.lists(st.builds(Story, id=st.sampled_from("abc"), title=st.just(""), body=st.just("")), max_size=8)


def whole(chunks: list[Chunk]) -> Chunk:
    """Return chunks as one."""
    found = Chunk()
    for chunk in chunks:
        found.extend(chunk)
    return found


@law
@given(RECORDS, st.integers(1, 4))
def test_records_come_out_as_they_went_in_however_they_are_cut(records: list[Story | Skip], size: int) -> None:
    chunks = list(chunked(records, size))
    assert [record for chunk in chunks for record in chunk.records()] == records
    assert list(whole(chunks).records()) == records
    assert all(len(chunk) == size for chunk in chunks[:-1])


@law
@given(NAMED, st.integers(1, 4))
def test_no_two_stories_keep_one_id_and_the_first_keeps_its_own(stories: list[Story], size: int) -> None:
    repeated: list[str] = []
    names = whole(list(named_apart(chunked(stories, size), repeated))).id
    first = {story.id: place for place, story in reversed(list(enumerate(stories)))}
    assert len(set(names)) == len(names)
    assert all(names[place] == name for name, place in first.items())
    assert repeated == [name for place, name in enumerate(names) if place not in first.values()]
    assert all(name.startswith(f"{story.id}@-:1") for name, story in zip(names, stories, strict=True) if name in repeated)
