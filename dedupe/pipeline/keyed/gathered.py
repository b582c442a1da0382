"""The stories that a report speaks of, brought together from a table, as a corpus of their own."""

from typing import TYPE_CHECKING, Any

from dedupe import rows as stored
from dedupe.engines.local import Local
from dedupe.pipeline.corpus import Corpus
from dedupe.pipeline.find import RELATED, Found, Scored
from dedupe.pipeline.keyed import find as keyed
from dedupe.pipeline.keyed.columns import array, batch_from, both, spans, where
from dedupe.pipeline.keyed.scoring import scores_of
from dedupe.pipeline.keyed.starring import CENTRED
from dedupe.pipeline.keyed.stubs import marks
from dedupe.pipeline.stubs import TITLES, Stubs, furniture, ordered

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.model import Furniture
    from dedupe.pipeline.keyed.corpus import Keyed

    Array = np.ndarray[Any, Any]

MOST = 500_000  # stories that a report in one piece may speak of: it is made on the machine that asked for it
MOST_PAIRS = 20 * MOST
LEFT_OUT = ("signature", "prints", "around", "sentences")  # columns that no report needs


class Gathered(Corpus):
    """Some stories of a table as nodes 0 .. size - 1, in the order of their keys, beside what all of them tell."""

    def __init__(self, corpus: "Keyed", batch: "pa.RecordBatch", findings: "tuple[Furniture, ...]") -> None:
        self.settings, self.engine, self.decisions, self.known = corpus.settings, Local(), corpus.decisions, None
        self.every, self.vectors, self.quiet = None, None, corpus.quiet.value
        self.rows = self.engine.load([batch], lambda rows: rows)
        self._number()
        self.stories_in_all, self.weights = corpus.size, corpus.weights.value
        is_stub, titles = marks(batch, corpus.bodies.value)
        self.stubs = Stubs(is_stub[self.place], titles[self.place], findings)

    @property
    def total(self) -> int:
        """How many stories the table holds."""
        return self.stories_in_all


def gathered(corpus: "Keyed", found: keyed.Found) -> tuple[Corpus, Found]:
    """Return the stories that a report speaks of, and what was found among them, by node.

    Raise DedupeError where they are more than one machine should hold.
    """
    import numpy as np

    tables = corpus.tables
    if corpus.settings.looks_for_related(corpus.size):
        known = keyed.add(corpus, found.scored, found.faint, "faint")
    else:
        known = tables.keep("named", tables.map(found.scored, _named))
    pairs, centred = batch_from(tables.collect(known, MOST_PAIRS)), batch_from(tables.collect(found.centred, MOST))
    sides, moved = both(pairs), both(centred, *CENTRED)
    keys = np.union1d(np.union1d(sides, moved), corpus.ruled.value.keys)
    some = Gathered(corpus, _stories(corpus, "key", keys), _findings(corpus))
    nodes = np.searchsorted(keys, sides).astype(np.int32)
    order = np.lexsort((nodes[:, 1], nodes[:, 0]))
    centre = np.arange(some.size, dtype=np.int32)
    centre[np.searchsorted(keys, moved[:, 0])] = np.searchsorted(keys, moved[:, 1])
    scored = Scored(nodes, array(pairs, "relation").astype(np.int8), scores_of(pairs)).where(order)
    return some, Found(centre, scored, nodes[:0], np.zeros(some.size, np.int8))


def _named(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    return where(batch, array(batch, "relation") < RELATED)


def _stories(corpus: "Keyed", by: str, values: "Array") -> "pa.RecordBatch":
    """Return the rows of stories that have one of these values."""
    import pyarrow as pa

    asked = corpus.tables.table(pa.table({by: pa.array(values)}))
    lean = corpus.tables.map(corpus.tables.join(corpus.rows, asked, [by], "semi"), _lean)
    return batch_from(corpus.tables.collect(corpus.tables.keep("stories", lean), MOST))


def _lean(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    return batch.drop_columns(list(LEFT_OUT))


def _findings(corpus: "Keyed") -> "tuple[Furniture, ...]":
    """Return the bodies that are no story and stand under several titles."""
    import numpy as np

    wanted = corpus.bodies.value.keys[corpus.bodies.value.titles >= TITLES]
    if not len(wanted):
        return ()
    batch = _stories(corpus, "body_key", wanted)
    batch = batch.take(np.lexsort((array(batch, "key"), array(batch, "body_key"))))
    found = []
    for begin, end in spans(array(batch, "body_key")):
        rows = batch.slice(begin, end - begin)
        text = next(filter(None, rows.column("body").to_pylist()), "")
        found.append(furniture(text.strip(), stored.stories(rows.select(stored.schema().names))))
    return ordered(found)
