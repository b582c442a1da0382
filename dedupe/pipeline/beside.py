"""The line over fresh stories beside those of an index: all of these while they are few, later those that are around."""

from collections.abc import Iterable
from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.accepted import Settled
from dedupe.pipeline.around import around, companions, spoken_of
from dedupe.pipeline.corpus import Corpus
from dedupe.pipeline.known import Known
from dedupe.pipeline.said import said
from dedupe.pipeline.scan import Progress, Ran, run
from dedupe.settings import Settings
from dedupe.weights import Counts

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines import Engine
    from dedupe.index import Index

    Array = np.ndarray[Any, Any]

WHOLE = 10_000  # held stories that are all read beside fresh ones
MANY = 8  # times so many fresh stories as are held: to look each up takes longer than to read what is held
DOUBLED = 2  # times as many as were settled: what is held is settled anew
REPORTED = {"find_related", "related_limit", "audit"}  # settings that decide nothing of what is held
SETTLED, TEXTS, QUIET = "settled", "texts", "quiet"  # what a catalogue keeps: stories settled, texts counted, boilerplate


class Way(NamedTuple):
    """How a run is made: its settings, what people decided, the engine, and whom to tell how far it is."""

    settings: Settings
    decisions: Settled
    engine: "Engine"
    progress: Progress


class Beside(NamedTuple):
    """A run over fresh stories beside held ones; `whole` says that all of these were read."""

    ran: Ran
    whole: bool


def deciding(settings: Settings) -> dict[str, Any]:
    """Return the settings that decide what an index holds."""
    return {name: value for name, value in asdict(settings).items() if name not in REPORTED}


def beside(index: "Index", batches: "Iterable[pa.RecordBatch]", way: Way, *, settle: bool = False) -> Beside:
    """Return what is found among fresh stories, and those of an index that they touch.

    settle  read all that is held where it has doubled since that was last done
    """
    batches = map(said, batches) if index.textless else batches
    fresh: Iterable[pa.RecordBatch] = batches
    if len(index) > WHOLE:
        rows = way.engine.load(batches, _as_read)
        fresh = (batch for _, batch in way.engine.numbered(rows))
        count = len(_keys(way, rows))
        doubled = settle and len(index) + count >= DOUBLED * index.catalogue.get(SETTLED, 0)
        if not doubled and count * MANY < len(index):
            return Beside(_near(index, rows, way), whole=False)
    return of_rows(chain(index.batches(), fresh), way)


def of_rows(batches: "Iterable[pa.RecordBatch]", way: Way, index: "Index | None" = None) -> Beside:
    """Return what is found among stories: all that an index holds, or with that some of them."""
    known = None
    if index:
        held = way.engine.load(batches, _as_read)
        known = Known(len(index), *_counted(index), _keys(way, held))
        batches = (batch for _, batch in way.engine.numbered(held))
    corpus = Corpus(batches, way.settings, way.engine, way.decisions, known)
    return Beside(run(corpus, way.progress), whole=known is None)


def _near(index: "Index", rows: Any, way: Way) -> Ran:
    """Return what is found among fresh stories, rows of the engine, and the held ones around them."""
    import numpy as np

    def fresh() -> "Iterable[pa.RecordBatch]":
        return (batch for _, batch in way.engine.numbered(rows))

    known = Known(len(index), *_counted(index), np.empty(0, np.int64))
    way.progress("held stories", 0, 0)
    first = _found(Corpus(fresh(), way.settings, way.engine, way.decisions, known), index)
    held = way.engine.load(index.take(first), _as_read)
    others = np.setdiff1d(companions(_keys(way, held), index), first)
    more = way.engine.load(index.take(others), _as_read)
    known = known._replace(keys=np.sort(np.concatenate([_keys(way, held), _keys(way, more)])))
    batches = chain(*(((batch for _, batch in way.engine.numbered(some))) for some in (held, more)), fresh())
    return run(Corpus(batches, way.settings, way.engine, way.decisions, known), way.progress)


def _found(fresh: Corpus, index: "Index") -> "Array":
    """Return the rows of the index that fresh stories may repeat, and those that people decided belong to them, or do not."""
    import numpy as np

    return np.union1d(around(fresh, index), spoken_of(fresh, index))


def _as_read(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    return batch


def _keys(way: Way, rows: Any) -> "Array":
    """Return the keys of rows of the engine, int64[n]."""
    import numpy as np

    parts = [batch.column("key").to_numpy() for _, batch in way.engine.numbered(rows)]
    return np.concatenate([np.empty(0, np.int64), *parts])


def _counted(index: "Index") -> "tuple[Counts, Array]":
    """Return the counts of what an index holds, and the codes of its boilerplate, uint64[k]."""
    counts = Counts(index.catalogue.get(TEXTS, 0))
    for segment in index.segments:
        told = segment.counts()
        if told:
            counts.table[:, told[0]] += told[1]
    return counts, index.codes(QUIET)
