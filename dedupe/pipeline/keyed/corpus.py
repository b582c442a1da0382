"""The signed stories of a run as a table, and what is known of all of them together."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.accepted import NOTHING, Settled
from dedupe.background import WORDS as EVERYDAY
from dedupe.candidates import LOOKED_AT, OFTEN, bands
from dedupe.pipeline.keyed.buckets import entries, later
from dedupe.pipeline.keyed.columns import array, batch_of, firsts, put, sizes
from dedupe.pipeline.keyed.quiet import find_boilerplate
from dedupe.pipeline.keyed.ruled import Ruled, ruled
from dedupe.pipeline.keyed.stubs import Bodies, find_bodies
from dedupe.pipeline.read import ORIGIN, TOLD, counted, prepare, without, words
from dedupe.sign import split
from dedupe.weights import Counts, weigh

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines.tables import Shared, Tables
    from dedupe.settings import Settings
    from dedupe.words import Weights

    Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Keyed:
    """Signed stories as a table of `engine`, a row each, by key.

    rows     without boilerplate; `size` of them
    quiet    uint64[k], sorted: the codes of the boilerplate
    bodies   that are no story
    weights  of words among all stories
    ruled    what `decisions` say of them
    """

    tables: "Tables"
    settings: "Settings"
    rows: Any
    size: int
    quiet: "Shared[Array]"
    bodies: "Shared[Bodies]"
    weights: "Shared[Weights]"
    decisions: Settled
    ruled: "Shared[Ruled]"

    def columns(self, *names: str) -> Any:
        """Return some columns of all stories, by key."""
        return self.tables.select(self.rows, ["key", *names])

    def alive(self, gone: Any, *names: str) -> Any:
        """Return some columns of the stories that are not gone, a table of keys, or None for none."""
        return self.tables.join(self.columns(*names), gone, ["key"], "anti") if gone is not None else self.columns(*names)


def keyed(tables: "Tables", rows: Any, settings: "Settings", decisions: Settled = NOTHING) -> Keyed:
    """Return rows of stories as read, signed: without boilerplate, and with what all of them together tell."""
    signed = tables.keep("signed", tables.map(rows, partial(_signed, settings=settings)))
    quiet = tables.share(find_boilerplate(tables, signed))
    if len(quiet.value):
        signed = tables.keep("masked", tables.map(signed, partial(_masked, quiet=quiet, settings=settings)))
    bodies = find_bodies(tables, signed)
    weights = tables.share(_weights(tables, signed, quiet, settings))
    deciding = tables.share(ruled(tables, signed, decisions))
    return Keyed(tables, settings, signed, tables.count(signed), quiet, tables.share(bodies), weights, decisions, deciding)


def _signed(batch: "pa.RecordBatch", settings: "Settings") -> "pa.RecordBatch":
    return prepare(batch, settings).drop_columns(["words", "flags"])


def _masked(batch: "pa.RecordBatch", quiet: "Shared[Array]", settings: "Settings") -> "pa.RecordBatch":
    columns = without(batch, quiet.value, settings) if len(batch) else None
    return put(batch, columns) if columns is not None else batch


def _weights(tables: "Tables", rows: Any, quiet: "Shared[Array]", settings: "Settings") -> "Weights":
    """Return what words weigh; near copies of one story are counted once: of each only the first."""
    from dedupe.kernels.tally import slots

    first_bands = partial(entries, settings=settings, most=LOOKED_AT)
    seen = tables.buckets(tables.map(tables.select(rows, ["key", "signature"]), first_bands), later)
    least = OFTEN * min(LOOKED_AT, bands(settings)[0])
    again = tables.keep("repeats", tables.group(seen, ["key"], [], partial(_often, least=least)))
    once = tables.join(tables.select(rows, ["key", "terms", *TOLD, *ORIGIN]), again, ["key"], "anti")
    texts = tables.count(rows) - tables.count(again)
    table = tables.fold(once, _no_counts, partial(_count, quiet=quiet))
    return weigh(Counts(texts, table.astype("int32")), settings.background, slots(split([EVERYDAY]).stems))


def _often(batch: "pa.RecordBatch", least: float) -> "pa.RecordBatch":
    """Return the keys that stand in so many rows."""
    keys = array(batch, "key")
    at = firsts(keys)
    return batch_of(key=keys[at][sizes(at, len(keys)) >= least])


def _no_counts() -> "Array":
    return Counts().table


def _count(table: "Array", batch: "pa.RecordBatch", quiet: "Shared[Array]") -> None:
    """Count the words of rows."""
    if len(batch):
        told = counted(words(batch, quiet.value))
        Counts(0, table).add(put(batch.select(["terms"]), _columns(told)))


def _columns(told: "dict[str, pa.Array]") -> "pa.RecordBatch":
    import pyarrow as pa

    return pa.RecordBatch.from_arrays(list(told.values()), names=list(told))
