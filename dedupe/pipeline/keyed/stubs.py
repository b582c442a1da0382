"""Stories by key whose body is no story of its own: what `pipeline.stubs` finds by node."""

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.furniture import SOME, is_furniture
from dedupe.normalise import clean
from dedupe.pipeline.keyed.columns import array, batch_of, firsts, put, spans, totals, where
from dedupe.rows import key

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.tables import Tables

    Array = np.ndarray[Any, Any]


class Bodies(NamedTuple):
    """Bodies that several stories have and that are no story: keys, int64[k], sorted, and how many titles, SOME or so at most."""

    keys: "Array"
    titles: "Array"


def find_bodies(tables: "Tables", rows: Any) -> Bodies:
    """Return the bodies of signed rows that are placeholders, or stand under several titles and are about none of them.

    What is collected grows with the placeholders that sites use, not with the stories.
    """
    import numpy as np

    keyed = tables.map(tables.select(rows, ["key", "body_key"]), _short)
    counted = tables.group(keyed, ["body_key", "part"], [], partial(totals, by=["body_key", "part"], counts="stories"))
    several = tables.group(counted, ["body_key"], [], _several)
    told = tables.select(rows, ["key", "body_key", "stub", "title", "body"])
    parts = tables.map(tables.join(told, several, ["body_key"], "semi"), _titled)
    partly = tables.group(parts, ["body_key", "part"], ["title", "key"], partial(_least_titles, by=["body_key", "part"]))
    whole = tables.group(partly, ["body_key"], ["title", "key"], partial(_least_titles, by=["body_key"]))
    found = tables.collect(tables.group(whole, ["body_key"], ["title", "key"], _are_furniture))
    order = np.argsort(array(found, "body_key"))
    return Bodies(array(found, "body_key")[order], array(found, "titles")[order])


def marks(batch: "pa.RecordBatch", bodies: Bodies) -> "tuple[Array, Array]":
    """Return whether the body of rows with the columns MARKED is no story, bool[n], and then a number for their title, else 0."""
    import numpy as np
    import pyarrow as pa

    among = np.isin(array(batch, "body_key"), bodies.keys)
    titles = np.zeros(len(batch), np.int64)
    titles[among] = [key(clean(text).casefold()) for text in batch.column("title").filter(pa.array(among)).to_pylist()]
    return array(batch, "stub") | among, titles


MARKED = ("title", "body_key", "stub")
PARTS = 64  # in which the stories of one body are looked at first: a body that a million have is no one machine's work


def _short(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the keys of short bodies."""
    import numpy as np

    bodies = array(batch, "body_key")
    some = bodies != 0
    return batch_of(body_key=bodies[some], part=_part(array(batch, "key"))[some], stories=np.ones(int(some.sum()), np.int64))


def _part(keys: "Array") -> "Array":
    return (keys % PARTS).astype("int32")


def _several(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the bodies that more than one story has."""
    told = totals(batch, ["body_key"], "stories")
    return where(told, array(told, "stories") > 1).select(["body_key"])


def _titled(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    import pyarrow as pa

    titles = pa.array([clean(text) for text in batch.column("title").to_pylist()], pa.string())
    return put(batch, batch_of(title=titles, part=_part(array(batch, "key"))))


def _least_titles(batch: "pa.RecordBatch", by: list[str]) -> "pa.RecordBatch":
    """Return of each body the rows of its least titles, one each, and that of the least key, whose body is looked at."""
    import numpy as np

    keys, titles, kept = array(batch, "key"), array(batch, "title"), np.zeros(len(batch), bool)
    for begin, end in spans(*(array(batch, name) for name in by)):
        new = begin + firsts(titles[begin:end])
        kept[new[:SOME]] = True
        kept[begin + int(np.argmin(keys[begin:end]))] = True
    return where(batch, kept)


def _are_furniture(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the bodies that are no story, and how many titles stand over them."""
    import numpy as np

    found, counts = [], []
    for begin, end in spans(array(batch, "body_key")):
        rows = batch.slice(begin, end - begin)
        titles, told = rows.column("title").to_pylist(), rows.column("body").to_pylist()
        body = told[int(np.argmin(array(rows, "key")))]
        if rows.column("stub")[0].as_py() or (body and is_furniture(body, titles)):
            found.append(rows.column("body_key")[0].as_py())
            counts.append(len(set(titles)))
    return batch_of(body_key=np.array(found, np.int64), titles=np.array(counts, np.int64))
