import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dedupe import rows
from dedupe.model import Story
from dedupe.normalise import normal_texts
from dedupe.pipeline.said import SAID, has_said, said, textless, told_of, words_of
from dedupe.sign import split, told
from tests.strategies import law


@law
@given(st.lists(st.text(max_size=60), max_size=4))
def test_the_words_of_a_row_stay_when_its_text_goes(bodies: list[str]) -> None:
    stories = [Story(str(n), f"Title {n}", body or "-") for n, body in enumerate(bodies)]
    for batch in rows.batches(rows.chunked(stories)):
        kept = textless(said(batch))
        assert has_said(kept)
        assert not any(kept.column("body").to_pylist())
        for part, expected in zip(words_of(kept), split(told(normal_texts(batch))), strict=True):
            assert not len(part) or np.array_equal(part, expected)
        assert told_of(kept) == told_of(batch)


def test_what_is_said_stands_behind_the_columns_of_a_story() -> None:
    (batch,) = rows.batches(rows.chunked([Story("a", "A ferry", "It ran aground.")]))
    assert said(batch).schema.names == [*rows.schema().names, *SAID]
    assert not has_said(batch)
