"""The boilerplate of a corpus, found without ever holding all of its sentences."""

from typing import TYPE_CHECKING, Any

from dedupe.boilerplate import LEAST, Common, Sentences, Sources, boilerplate, common, long, origins, sentences

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines import Engine

    Array = np.ndarray[Any, Any]

SENTENCES = 30  # of a story, about


def find_boilerplate(engine: "Engine", rows: Any, rank: "Array") -> "Array":
    """Return the codes, uint64[k], sorted, of the sentences that are boilerplate.

    rank  int32[n]  the number of the story of each row, which does not depend on the order of the rows
    """
    import numpy as np

    from dedupe.kernels.seen import see, seen, table

    counts, sources = table(SENTENCES * len(rank)), []
    for first, batch in engine.numbered(rows):
        told = long(sentences(batch, rank[first : first + len(batch)]))
        see(told.number, counts)
        sources.append(origins(batch))

    def recurring(first: int, batch: "pa.RecordBatch") -> "tuple[Array, ...]":
        told = long(sentences(batch, rank[first : first + len(batch)]))
        often = seen(told.number, counts, LEAST)
        return tuple(column[often] for column in told)

    names, stories = np.unique(np.concatenate([np.empty(0, np.uint64), *sources]), return_counts=True)
    parts = engine.group(rows, recurring)
    found = [common(Sentences(*part), Sources(names, stories)) for part in parts]
    some = [part for part in found if len(part.codes)]
    every = [boilerplate(part, _told(engine, rows, rank, part)) for part in some]
    return np.sort(np.concatenate([np.empty(0, np.uint64), *every]))


def _told(engine: "Engine", rows: Any, rank: "Array", found: Common) -> Sentences:
    """Return all sentences of the stories in which these recur, sorted by story."""
    import numpy as np

    stories = np.unique(found.stories)
    places = np.argsort(rank, kind="stable")[stories]
    order = np.argsort(places)
    told = sentences(engine.take(rows, places[order], ["sentences", "source", "url", "path"]), stories[order].astype(np.int32))
    by_story = np.argsort(told.story, kind="stable")
    return Sentences(*(column[by_story] for column in told))
