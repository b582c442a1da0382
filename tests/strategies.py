"""Made data for the laws: what hypothesis draws, rows as kernels take them, and prose by the seed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from random import Random
from typing import Any

import hypothesis
import numpy as np
import pyarrow as pa
from hypothesis import strategies as st

from dedupe.model import Origin, Story
from dedupe.pipeline.read import prepare
from dedupe.rows import batches, chunked, schema
from dedupe.settings import Settings

Array = np.ndarray[Any, Any]
DEFAULT = Settings()

# No deadline: the first example waits for a kernel to compile. The same examples in every run.
law = hypothesis.settings(max_examples=50, deadline=None, derandomize=True)
costly = hypothesis.settings(max_examples=10, deadline=None, derandomize=True)

BITS = st.integers(0, 2**32 - 1)
PIECES = (
    *("Kyiv", "said", "UN", "NATO", "Mr", "Sept", "St", "A", "s", "S", "O", "don", "élan", "Über", "İzmir", "ёж", "Ёж", "ΛΟΓΟΣ"),
    *("σας", "أحمد", "مـحـمد", "한국어", "서울", "东京", "字", "カタ", "ไทย", "𠀀", "𝒜", "😀", "e\u0301", "नमस्ते", "ﬁ", "Ａ"),
    *("7", "12", "221", "1,100", "1,10", "4.25", "2025-09-14", "10:30", "٣٤", "3rd", "x2", "COVID19"),
    *(".", "!", "?", "…", "。", "！", "।", ",", ":", "-", "—", "'", "’", "'s", "’S", '"', "“", "(", "/", "&", "$"),
    *(" ", " ", " ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\r\n"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=30)


def rows(values: "st.SearchStrategy[int]" = BITS, size: int = 12, count: int = 5) -> "st.SearchStrategy[list[list[int]]]":
    """Return rows of whole numbers, some of them empty."""
    return st.lists(st.lists(values, max_size=size), max_size=count)


def packed(given: Sequence[Sequence[Any]], dtype: Any = np.uint32) -> tuple[Array, Array]:
    """Return rows end to end, and where each begins, as kernels take them."""
    values = np.array([value for row in given for value in row], dtype)
    return values, np.append(0, np.cumsum([len(row) for row in given])).astype(np.int32)


def unpacked(values: Array, starts: Array) -> list[list[Any]]:
    """Return the rows that a kernel gave, as lists."""
    return [values[first:last].tolist() for first, last in pairwise(starts)]


def every_pair(count: int) -> Array:
    """Return all pairs of rows, int32[p, 2], each row with itself and both ways round."""
    return np.array([(i, j) for i in range(count) for j in range(count)], np.int32).reshape(-1, 2)


WRITABLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)).map(lambda t: t.replace(microsecond=0))
ORIGINS = st.builds(Origin, path=WRITABLE, line=st.integers(1, 2**40), last_line=st.integers(1, 2**40))
STORIES = st.builds(
    Story,
    id=WRITABLE,
    title=WRITABLE,
    body=WRITABLE,
    summary=st.lists(WRITABLE, max_size=3).map(tuple),
    source=WRITABLE,
    url=WRITABLE,
    published=st.none() | MOMENTS,
    truncated=st.booleans(),
    origin=ORIGINS,
)

SYLLABLES = [consonant + vowel for consonant in "bdfghjklmnprstvwxyz" for vowel in "aeiou"]


def tale(seed: int, sentences: int = 12) -> str:
    """Return prose of made-up words with a cast of its own; two seeds have next to no word in common."""
    rng = Random(seed)

    def word() -> str:
        return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 4)))

    cast = [word().capitalize() for _ in range(8)]
    told = []
    for _ in range(sentences):
        words = [word() for _ in range(rng.randint(7, 14))]
        words[rng.randrange(1, len(words))] = rng.choice(cast)
        words[rng.randrange(1, len(words))] = str(rng.randint(10, 999))
        told.append(" ".join([rng.choice(cast), *words]) + ".")
    return "\n\n".join(" ".join(told[i : i + 3]) for i in range(0, sentences, 3))


def story(name: str, body: str, title: str = "", **more: Any) -> Story:
    """Return a story of this id."""
    return Story(id=name, title=title, body=body, **more)


def sentences(count: int = 24, seed: int = 0) -> list[str]:
    """Return sentences of made-up words."""
    return tale(seed, count).replace("\n\n", " ").replace(". ", ".\n").split("\n")


def signed(told: Sequence[Story], settings: Settings = DEFAULT) -> pa.RecordBatch:
    """Return stories as one batch of rows, normalised and signed, with their words and flags."""
    batch = next(batches(chunked(told), lambda skip: None), None) if told else None
    return prepare(batch or pa.RecordBatch.from_pylist([], schema()), settings)
