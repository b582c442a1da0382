"""What an index holds: stories are put into it and taken out, and the clusters they are in keep their names."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe import rows
from dedupe.errors import DedupeError
from dedupe.index import Event
from dedupe.model import Skip
from dedupe.pipeline import keeping
from dedupe.pipeline.around import companions, rows_of
from dedupe.pipeline.beside import QUIET, SETTLED, TEXTS, WHOLE, Beside, Way, beside, deciding, of_rows
from dedupe.pipeline.lasting import members
from dedupe.pipeline.newcomers import Newcomers
from dedupe.pipeline.scan import Source, counted
from dedupe.pipeline.sums import Sums
from dedupe.pipeline.touched import Touched, touched
from dedupe.rows import key

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.index import Index

    Array = np.ndarray[Any, Any]


class Added(NamedTuple):
    """What was put into an index: how many stories, how many of those that came it held already; what became of clusters."""

    stories: int
    already: int
    skipped: tuple[Skip, ...]
    repeated: int
    events: tuple[Event, ...]


def add(index: "Index", inputs: Source, way: Way) -> Added:
    """Put stories into an index, and tell what that did."""
    skipped: list[Skip] = []
    newcomers = Newcomers(index, inputs)
    events = put(index, rows.batches(counted(newcomers, way.progress), skipped.append), way)
    return Added(len(newcomers.fresh), newcomers.already, tuple(skipped), len(newcomers.repeated), events)


def put(index: "Index", batches: "Iterable[pa.RecordBatch]", way: Way) -> tuple[Event, ...]:
    """Put stories that an index does not hold into it, and return what became of clusters."""
    index.fit(deciding(way.settings))
    keys: list[Array] = []
    sums = Sums(index)
    told = beside(index, _noted(sums.noted(batches), keys), way, settle=True)
    sums.keep()
    return _written(index, told, keys, anew=told.whole and told.ran.corpus.size > WHOLE)


def compact(index: "Index", way: Way) -> tuple[Event, ...]:
    """Judge all that an index holds anew, and put it into one segment; return what became of clusters."""
    index.fit(deciding(way.settings))
    return _written(index, of_rows(index.batches(), way), [], anew=True)


def remove(index: "Index", ids: Iterable[str], way: Way) -> tuple[Event, ...]:
    """Take stories out of an index, and return what became of clusters. Raise DedupeError for an id that it does not hold."""
    import numpy as np

    index.fit(deciding(way.settings))
    keys = {story: key(story) for story in sorted(set(ids))}
    for story, one in keys.items():
        if not len(rows_of([one], index)):
            raise DedupeError(f"{index.folder} holds no story of the id {story!r}; nothing was removed")
    gone = rows_of(list(keys.values()), index)
    others = np.setdiff1d(companions(np.array(list(keys.values()), np.int64), index), gone)
    index.remove(gone)
    index.refresh()
    told = beside(index, [], way) if len(index) <= WHOLE else of_rows(index.take(others), way, index)
    return _renamed(index, touched(index, told, None), list(keys.values()))


def _noted(batches: "Iterable[pa.RecordBatch]", keys: "list[Array]") -> "Iterator[pa.RecordBatch]":
    for batch in batches:
        keys.append(batch.column("key").to_numpy())
        yield batch


def _written(index: "Index", told: Beside, fresh: "list[Array]", *, anew: bool) -> tuple[Event, ...]:
    """Write the stories of a run into a segment: those of fresh keys, or all of them in place of what is held."""
    import numpy as np

    corpus, found = told.ran
    keys = np.concatenate([np.empty(0, np.int64), *fresh])
    if found is None or not (anew or len(keys)):
        return ()
    is_fresh = np.isin(corpus.column("key"), keys)
    if anew:
        index.catalogue.drop_segments(segment.name for segment in index.segments)
    writer = index.writer()
    keeping.keep(corpus, found, np.flatnonzero(is_fresh | anew).astype(np.int32), writer)
    if anew or not told.whole:
        keeping.count(corpus, writer)
        index.catalogue.put(TEXTS, corpus.told_once.texts)
        index.catalogue.put(QUIET, corpus.quiet.tobytes())
    index.name(writer)
    if anew:
        index.catalogue.put(SETTLED, corpus.size)
    index.merge()
    return _renamed(index, touched(index, told, None if told.whole else is_fresh), [])


def _renamed(index: "Index", told: Touched, gone: list[int]) -> tuple[Event, ...]:
    """Let the catalogue name the clusters as they are now."""
    keys = None if told.every else [*told.keys, *gone]
    index.catalogue.set_members(keys, members(told.stars, told.names))
    index.catalogue.note(told.events)
    return told.events
