"""What a corpus holds of each source on each day, counted."""

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dedupe.boilerplate import each_origin
from dedupe.model import Origin, Tally
from dedupe.model.story import outlet
from dedupe.normalise import stubs_of
from dedupe.rows import DAY, UNDATED, seconds

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.pipeline.corpus import Corpus

EPOCH = date(1970, 1, 1).toordinal()
PLACE = ("path", "line", "last_line")

FRESH, BY, EMPTY, CUT = "fresh", ("source", "day"), "empty", "cut"  # what stories are counted by, and what of them


class Tallies(NamedTuple):
    """What is counted of fresh stories, in a scan of all, and what of those that are held."""

    fresh: tuple[Tally, ...] = ()
    held: tuple[Tally, ...] = ()


@dataclass(slots=True)
class Counts:
    """What is counted of some batches, by key, and the stories that are ill: a table of each."""

    stories: "list[pa.Table]" = field(default_factory=list)
    ill: "list[pa.Table]" = field(default_factory=list)


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
        FRESH: pa.array(map(fresh.__contains__, names) if fresh is not None else [True] * len(batch), pa.bool_()),
        BY[0]: _outlets(batch),
        BY[1]: pa.array(np.where(published == UNDATED, UNDATED, published // DAY)),
        EMPTY: _empty(batch),
        CUT: batch.column("truncated"),
    }
    told = pa.table(columns)
    counts.stories.append(told.group_by([FRESH, *BY]).aggregate([([], "count_all"), (EMPTY, "sum"), (CUT, "sum")]))
    ill = indices_nonzero(or_(columns[EMPTY], columns[CUT]))
    if len(ill):
        counts.ill.append(pa.table({**columns, **{name: batch.column(name) for name in PLACE}}).take(ill))


def _outlets(batch: "pa.RecordBatch") -> "pa.Array":
    """Return where each row comes from."""
    import pyarrow as pa

    names, at = each_origin(batch, outlet)
    return pa.array(names, pa.string()).take(pa.array(at))


def _empty(batch: "pa.RecordBatch") -> "pa.Array":
    """Return which rows have no text, or next to none."""
    from pyarrow.compute import binary_length, equal, or_

    stubs = batch.column("stub") if "stub" in batch.schema.names else stubs_of(batch.column("body"))
    return or_(equal(binary_length(batch.column("body")), 0), stubs)


def tallied(counts: Counts, fresh: bool) -> tuple[Tally, ...]:
    """Return what is counted of fresh stories, or of the others, by source and day."""
    import pyarrow as pa
    from pyarrow.compute import equal

    if not counts.stories:
        return ()
    told = pa.concat_tables(counts.stories)
    sums = [(name, "sum") for name in ("count_all", f"{EMPTY}_sum", f"{CUT}_sum")]
    told = told.filter(equal(told.column(FRESH), fresh)).group_by([*BY]).aggregate(sums)
    told = told.sort_by([(name, "ascending") for name in BY])
    empty, cut = (_first(counts, fresh, name) for name in (EMPTY, CUT))
    rows = zip(*(told.column(name).to_pylist() for name in (*BY, *(f"{name}_sum" for name, _ in sums))), strict=True)
    return tuple(
        Tally(source, written(when), stories, none, some, empty.get((source, when)), cut.get((source, when)))
        for source, when, stories, none, some in rows
    )


def _first(counts: Counts, fresh: bool, name: str) -> dict[tuple[str, int], Origin]:
    """Return where the first story of each source and day stands that has an ailment."""
    import pyarrow as pa
    from pyarrow.compute import and_, equal

    if not counts.ill:
        return {}
    told = pa.concat_tables(counts.ill)
    told = told.filter(and_(equal(told.column(FRESH), fresh), told.column(name)))
    told = told.sort_by([(place, "ascending") for place in PLACE])
    first = told.group_by([*BY], use_threads=False).aggregate([(place, "first") for place in PLACE])
    rows = zip(*(first.column(name).to_pylist() for name in (*BY, *(f"{place}_first" for place in PLACE))), strict=True)
    return {(source, when): Origin(*place) for source, when, *place in rows}


def day(moment: datetime | None) -> str:
    """Return the day of a moment, UTC, as it is written; "" for none."""
    when = seconds(moment)
    return written(when if when == UNDATED else when // DAY)


@cache
def written(day: int) -> str:
    """Return a day, counted from 1970, as it is written; "" for that of what has no date."""
    return "" if day == UNDATED else date.fromordinal(EPOCH + day).isoformat()
