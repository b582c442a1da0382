"""What the stories of a table hold of each source on each day, counted."""

from typing import TYPE_CHECKING, Any

from dedupe.model import Tally
from dedupe.pipeline.keyed.columns import array, batch_from, firsts
from dedupe.pipeline.read import ORIGIN
from dedupe.pipeline.tallies import BY, CUT, EMPTY, FRESH, PLACE, Counts, count, tallied

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.pipeline.keyed.corpus import Keyed

SUMS = ("count_all", f"{EMPTY}_sum", f"{CUT}_sum")
COLUMNS = ("published", "truncated", "stub", "body", "line", "last_line")


def tallies(corpus: "Keyed") -> tuple[Tally, ...]:
    """Return what is counted of all stories, by source and day."""
    tables, told = corpus.tables, corpus.columns(*COLUMNS, *ORIGIN)
    stories = tables.group(tables.map(told, _stories), [*BY], [], _summed)
    ill = tables.group(tables.map(told, _ill), [*BY], [*PLACE], _first)
    return tallied(Counts([tables.collect(stories)], [tables.collect(ill)]), True)


def _stories(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    counts = Counts()
    count(counts, batch)
    return batch_from(_whole(counts.stories[0]))


def _ill(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the rows that have an ailment, and where they stand."""
    import pyarrow as pa

    counts: Any = Counts()
    count(counts, batch)
    names = [FRESH, *BY, EMPTY, CUT, *PLACE]
    kinds: Any = (pa.bool_(), pa.string(), pa.int64(), pa.bool_(), pa.bool_(), pa.string(), pa.int64(), pa.int64())
    schema = pa.schema(list(zip(names, kinds, strict=True)))
    return batch_from((counts.ill or [schema.empty_table()])[0].select(names).cast(schema))


def _summed(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    import pyarrow as pa

    found = pa.Table.from_batches([batch]).group_by([FRESH, *BY]).aggregate([(name, "sum") for name in SUMS])
    return batch_from(_whole(found.select([FRESH, *BY, *(f"{name}_sum" for name in SUMS)]).rename_columns([FRESH, *BY, *SUMS])))


def _whole(counts: "pa.Table") -> "pa.Table":
    """Return counts with signed numbers."""
    import pyarrow as pa

    return counts.cast(pa.schema([field.with_type(pa.int64()) if field.name in SUMS else field for field in counts.schema]))


def _first(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return of each source and day the first row that has an ailment, of either."""
    import numpy as np
    import pyarrow as pa

    kept = np.zeros(len(batch), bool)
    for ailment in (EMPTY, CUT):
        some = np.flatnonzero(array(batch, ailment))
        kept[some[firsts(*(array(batch, name)[some] for name in BY))]] = True
    return batch.filter(pa.array(kept))
