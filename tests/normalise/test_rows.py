from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.kernels.characters import SIZE
from dedupe.normalise import is_stub, normal_texts, normalise
from dedupe.normalise.rows import CALLS, plain
from dedupe.sign import split, told
from tests.normalise.test_text import PAGES
from tests.strategies import PIECES, TEXTS, law, tale

BODY = tale(1)
SCHEMA = pa.schema([("title", pa.string()), ("body", pa.string())])
# What cleaning cuts, joins or rewrites, and what merely looks like it.
ODD = (
    *CALLS,
    *(
        "Read more …",
        "  » READ MORE",
        "The post A appeared first on B",
        "The postman came.",
        "3 min read",
        "12 mins read",
        "٣ min read",
    ),
    *(
        "By Ann Lee\n",
        "LORNE, May 3 (AP) - ",
        "U.S. envoy",
        "I am",
        "A B",
        "(AP) — ",
        "Lıre la suite",
        "AT&T",
        "a < b",
        "[He] said",
    ),
    *(
        "<b>",
        "<!-- x -->",
        "&amp;",
        "&#38;",
        "[caption id=1]",
        "[+12 chars]",
        "\u1c81",
        "\u0130",
        "é",
        "e\u0301",
        "к",
        "aк",
        "кa",
        "\r",
        "\x0b",
    ),
    *("\n", "\n\n", "\n", " ", "\t", "A line of some forty letters, told once or twice.\n", "short line without an end\n"),
)
BODIES = st.lists(st.sampled_from(ODD + PIECES) | st.just(BODY), max_size=12).map("".join) | PAGES | TEXTS
PAIRS = st.lists(st.tuples(TEXTS, BODIES), max_size=4)


def rows(pages: list[tuple[str, str]]) -> pa.RecordBatch:
    """Return pages, (title, body), as rows; what cannot be written as UTF-8 is left out."""
    sides = zip(*pages, strict=True) if pages else ((), ())
    return pa.RecordBatch.from_arrays(
        [pa.array([text.encode(errors="ignore").decode() for text in side], pa.string()) for side in sides], schema=SCHEMA
    )


def said(texts: pa.Array) -> list[list[Any]]:
    """Return the words, stems, flags and sentences of texts: all but where in the text they stand."""
    found = split(texts)
    return [getattr(found, name).tolist() for name in found._fields if name != "places"]


@law
@given(PAIRS)
def test_what_is_signed_says_the_same_as_the_normal_text(pages: list[tuple[str, str]]) -> None:
    batch = rows(pages)
    normal = [normalise(*page) for page in zip(batch["title"].to_pylist(), batch["body"].to_pylist(), strict=True)]
    assert said(told(normal_texts(batch))) == said(pa.array(normal, pa.string()))


@law
@given(BODIES, st.integers(0, 3))
def test_whatever_stands_in_a_long_text_it_says_the_same_as_the_normal_text(odd: str, place: int) -> None:
    told_apart = BODY.split("\n\n")
    batch = rows([("", "\n\n".join([*told_apart[:place], odd, *told_apart[place:]]))])
    assert said(told(normal_texts(batch))) == said(pa.array([normalise("", batch["body"][0].as_py())]))


def test_every_character_of_the_basic_plane_reads_the_same_whether_the_text_is_cleaned_or_not() -> None:
    characters = [chr(code) for code in range(SIZE) if not 0xD800 <= code < 0xE000]
    bodies = [f"{BODY}\n\na{c}b {c}c d{c} {c}" for c in characters] + [f"{c}a {BODY}" for c in characters]
    bodies = [body for body, clean in zip(bodies, plain(pa.array(bodies)), strict=True) if clean]
    assert len(bodies) > len(characters)
    assert said(pa.array(bodies)) == said(pa.array([normalise("", body) for body in bodies]))


@law
@given(PAIRS)
def test_each_row_is_normalised_alone_and_no_rows_are_none(pages: list[tuple[str, str]]) -> None:
    batch = rows(pages)
    found = normal_texts(batch)
    bodies = batch["body"].to_pylist()
    for text, title, body in zip(found["text"].to_pylist(), batch["title"].to_pylist(), bodies, strict=True):
        assert text in (None, normalise(title, body))
    assert found["stub"].to_pylist() == [is_stub(body) for body in bodies]


@pytest.mark.parametrize(
    "odd", [" It is so.", "\n\n\tIt is so.  \n", " “It is” so – or not.", " 12.5 or 3", "\n\n[He] said & did < 3."]
)
def test_a_text_of_ordinary_news_is_not_held_twice(odd: str) -> None:
    assert plain(pa.array([BODY + odd])).tolist() == [True]


@pytest.mark.parametrize(
    "odd", ["\n\nRead more", "\n\n3 min read", " AT&T", " a<b", "…", "\u00a0", "\n\n" + BODY.split("\n\n")[0], "\r\n"]
)
def test_a_text_that_cleaning_may_change_is_cleaned(odd: str) -> None:
    assert np.array_equal(plain(pa.array([BODY + odd])), [False])
