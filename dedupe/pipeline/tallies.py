"""What a corpus holds of each source on each day, counted."""

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from dedupe.model import Origin, Tally
from dedupe.model.story import outlet
from dedupe.normalise import stubs_of
from dedupe.rows import UNDATED, seconds

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.pipeline.corpus import Corpus

DAY = 86_400  # seconds
EPOCH = date(1970, 1, 1).toordinal()
TOLD = ("source", "url", "path")
PLACE = ("path", "line", "last_line")

Key = tuple[bool, str, int]  # whether stories are fresh, their source, and their day
Ill = tuple[bool, bool]  # whether their text is empty, and whether it is cut


class Tallies(NamedTuple):
    """What is counted of fresh stories, in a scan of all, and what of those that are held."""

    fresh: tuple[Tally, ...] = ()
    held: tuple[Tally, ...] = ()


@dataclass(slots=True)
class Counts:
    """How many stories of each key are ill or not, and where the first of those that are stand."""

    stories: Counter[tuple[Key, Ill]] = field(default_factory=Counter)
    first: dict[tuple[Key, Ill], Origin] = field(default_factory=dict)


def tallies(corpus: "Corpus", fresh: Set[str] | None = None) -> Tallies:
    """Return what is counted of the stories of a corpus, all of which are fresh unless it is told which."""
    counts = Counts()
    for _, batch in corpus.engine.numbered(corpus.rows):
        count(counts, batch, fresh)
    return Tallies(tallied(counts, True), tallied(counts, False))


def count(counts: Counts, batch: "pa.RecordBatch", fresh: Set[str] | None = None) -> None:
    """Count the stories of rows, as they were read or signed; all are fresh unless it is told which."""
    import numpy as np
    import pyarrow as pa
    from pyarrow.compute import indices_nonzero, or_

    published = batch.column("published").to_numpy()
    names = batch.column("id").to_pylist() if fresh is not None else []
    columns = {
        "fresh": pa.array(map(fresh.__contains__, names) if fresh is not None else [True] * len(batch), pa.bool_()),
        "outlet": _outlets(batch),
        "day": pa.array(np.where(published == UNDATED, UNDATED, published // DAY)),
        "empty": _empty(batch),
        "cut": batch.column("truncated"),
    }
    told = pa.table(columns)
    grouped = told.group_by(list(columns)).aggregate([([], "count_all")])
    for kind, stories in zip(_kinds(grouped), grouped.column("count_all").to_pylist(), strict=True):
        counts.stories[kind] += stories
    ill = indices_nonzero(or_(columns["empty"], columns["cut"]))
    for at, kind in zip(ill.to_pylist(), _kinds(told.take(ill)), strict=True):
        here = Origin(*(batch.column(name)[at].as_py() for name in PLACE))
        counts.first[kind] = _earlier(here, counts.first.get(kind))


def _kinds(told: "pa.Table") -> Iterator[tuple[Key, Ill]]:
    """Yield the key of each row, and whether it is ill."""
    columns = (told.column(name).to_pylist() for name in ("fresh", "outlet", "day", "empty", "cut"))
    for is_fresh, source, when, empty, cut in zip(*columns, strict=True):
        yield (is_fresh, source, when), (empty, cut)


def _outlets(batch: "pa.RecordBatch") -> "pa.Array":
    """Return where each row comes from."""
    import pyarrow as pa
    from pyarrow.compute import any as some
    from pyarrow.compute import equal, utf8_trim_whitespace

    sources = batch.column("source")
    if not len(batch) or some(equal(utf8_trim_whitespace(sources), "")).as_py():
        return pa.array(map(outlet, *(batch.column(name).to_pylist() for name in TOLD)), pa.string())
    coded = sources.dictionary_encode()  # a few names: each is looked at once
    return pa.array([outlet(name, "", "") for name in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)


def _empty(batch: "pa.RecordBatch") -> "pa.Array":
    """Return which rows have no text, or next to none."""
    from pyarrow.compute import binary_length, equal, or_

    stubs = batch.column("stub") if "stub" in batch.schema.names else stubs_of(batch.column("body"))
    return or_(equal(binary_length(batch.column("body")), 0), stubs)


def _earlier(one: Origin, other: Origin | None) -> Origin:
    return one if other is None or (one.path, one.line) < (other.path, other.line) else other


def tallied(counts: Counts, fresh: bool) -> tuple[Tally, ...]:
    """Return what is counted of fresh stories, or of the others, by source and day."""
    found: dict[Key, Tally] = {}
    for (key, ill), stories in counts.stories.items():
        if key[0] == fresh:
            found[key] = _plus(found.get(key), key, stories, ill, counts.first.get((key, ill)))
    return tuple(found[key] for key in sorted(found))


def _plus(tally: Tally | None, key: Key, stories: int, ill: Ill, first: Origin | None) -> Tally:
    """Return a tally with more stories, which are ill or not, and the first of which stands there."""
    before = tally or Tally(key[1], written(key[2]), 0)
    places = [before.empty_at, before.cut_at]
    for at, is_ill in enumerate(ill):
        places[at] = _earlier(first, places[at]) if is_ill and first else places[at]
    empty, cut = (stories * is_ill for is_ill in ill)
    return Tally(before.source, before.day, before.stories + stories, before.empty + empty, before.cut + cut, *places)


def day(moment: datetime | None) -> str:
    """Return the day of a moment, UTC, as it is written; "" for none."""
    when = seconds(moment)
    return written(when if when == UNDATED else when // DAY)


def written(day: int) -> str:
    """Return a day, counted from 1970, as it is written; "" for that of what has no date."""
    return "" if day == UNDATED else date.fromordinal(EPOCH + day).isoformat()
