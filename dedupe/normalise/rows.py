"""Rows of stories -> rows with their normal texts; those that are clean as they stand are not held twice."""

from functools import cache
from typing import TYPE_CHECKING, Any

from dedupe.normalise.text import LONG, LONGEST_CALL, LONGEST_STUB, READ_ON, SHORT, WRAPPED, is_stub, normalise

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Array = np.ndarray[Any, Any]

CALLS = (*READ_ON, "the post")  # how lines begin that are cut
BRIEF = 2000  # characters of a body that may stand under many titles
SMALL_I = (0x131, 0x69)  # without its dot, and with it: one letter where case does not count


def normal_texts(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the rows with `text`, each story's normal text, `body_key`, and `stub`, whether its body says next to nothing.

    `text` is null where the body has the words and sentences of its normal text as it stands: see `sign.told`. Bodies of one
    key, which is 0 for all over BRIEF characters, differ in white space and capitals only.
    """
    import pyarrow as pa
    from pyarrow.compute import replace_with_mask

    bodies = batch.column("body")
    cleaned = ~plain(bodies)
    sides = (batch.column(name).filter(pa.array(cleaned)).to_pylist() for name in ("title", "body"))
    texts = pa.array(map(normalise, *sides), pa.string())
    columns = {
        "text": replace_with_mask(pa.nulls(len(batch), pa.string()), cleaned, texts),
        "body_key": pa.array(_keys(bodies)),
        "stub": stubs_of(bodies),
    }
    return pa.RecordBatch.from_arrays([*batch.columns, *columns.values()], names=[*batch.schema.names, *columns])


def stubs_of(bodies: "pa.Array") -> "pa.Array":
    """Return which bodies say next to nothing."""
    import pyarrow as pa
    from pyarrow.compute import less_equal, replace_with_mask, utf8_length

    short = less_equal(utf8_length(bodies), LONGEST_STUB)
    stubs = pa.array(map(is_stub, bodies.filter(short).to_pylist()), pa.bool_())
    return replace_with_mask(pa.repeat(pa.scalar(False), len(bodies)), short, stubs)


def _keys(bodies: "pa.Array") -> "Array":
    from dedupe.kernels.buffers import strings
    from dedupe.kernels.letters import letters
    from dedupe.kernels.squeeze import squeeze

    return squeeze(*strings(bodies), *letters(), BRIEF)  # type: ignore[no-any-return]


def plain(bodies: "pa.Array") -> "Array":
    """Return which bodies, bool[n], surely have the words and sentences of their normal texts as they stand."""
    from dedupe.kernels.buffers import strings
    from dedupe.kernels.characters import characters
    from dedupe.kernels.plain import plain

    return plain(*strings(bodies), characters(), *_calls())  # type: ignore[no-any-return]


@cache
def _calls() -> "tuple[Array, Array, Array]":
    """Return folds, openings and limits, as `kernels.plain` takes them."""
    import numpy as np

    from dedupe.kernels.letters import letters
    from dedupe.kernels.plain import OPENING

    folds = letters()[1].copy()
    folds[SMALL_I[0]] = SMALL_I[1]
    openings = np.zeros((len(CALLS), OPENING), np.uint32)
    for row, call in zip(openings, CALLS, strict=True):
        row[: len(call)] = folds[list(map(ord, call[:OPENING]))]
    return folds, openings, np.array([SHORT, LONGEST_CALL, WRAPPED, LONG], np.int64)
