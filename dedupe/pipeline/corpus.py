"""The signed stories of a run, numbered by the order of their keys, whatever the order they came in."""

from collections.abc import Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from dedupe import rows
from dedupe.accepted import NOTHING, Settled
from dedupe.background import WORDS as EVERYDAY
from dedupe.canonical import Traits
from dedupe.errors import DedupeError
from dedupe.pipeline.ahead import load_ahead
from dedupe.pipeline.decided import Decided, decide
from dedupe.pipeline.pieces import pieces
from dedupe.pipeline.quiet import find_boilerplate
from dedupe.pipeline.read import ORIGIN, TOLD, counted, holding, prepare, without, words
from dedupe.pipeline.said import WORDS, has_said
from dedupe.pipeline.stubs import Stubs, find_stubs
from dedupe.sign import split
from dedupe.weights import Counts, weigh
from dedupe.words import Words

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines import Engine
    from dedupe.model import Story
    from dedupe.pipeline.known import Known
    from dedupe.score import Features
    from dedupe.settings import Settings
    from dedupe.words import Weights

    Array = np.ndarray[Any, Any]

READ = "read"  # the stage of a checkpoint after which the inputs are not read again


class Corpus:
    """Signed stories as nodes 0 .. size - 1, in the order of their keys."""

    def __init__(
        self,
        batches: "Iterable[pa.RecordBatch]",
        settings: "Settings",
        engine: "Engine",
        decisions: Settled = NOTHING,
        known: "Known | None" = None,
    ) -> None:
        import numpy as np

        self.settings, self.engine, self.decisions, self.known = settings, engine, decisions, known
        self.every: tuple[Array, Features] | None = None
        self.vectors: tuple[Array, Any] | None = None
        if engine.checkpoint and engine.checkpoint.has(READ):
            self.rows = engine.kept("rows")
            self.quiet, texts, table = engine.checkpoint.arrays("counts", tuple)
            self.counts = Counts(int(texts), table)
        else:
            self.quiet, self.counts = np.empty(0, np.uint64), known.counts.copy() if known else Counts()
            self.rows = engine.load(batches, partial(prepare, settings=settings), self._note)
        self._number()
        if not (engine.checkpoint and engine.checkpoint.has(READ)):
            self._mask()
            engine.keep("rows", self.rows)
            if engine.checkpoint:
                engine.checkpoint.arrays("counts", lambda: (self.quiet, np.array(self.counts.texts), self.counts.table))

    def _number(self) -> None:
        """Give each row a number, by the order of their keys."""
        import numpy as np

        keys = self._column("key") if self.rows.batches else np.empty(0, np.int64)
        self.size = len(keys)
        self.place = np.argsort(keys, kind="stable")
        self.rank = np.empty(self.size, np.int32)
        self.rank[self.place] = np.arange(self.size, dtype=np.int32)
        self.lengths = self.column("length") if self.size else np.empty(0, np.int32)

    def _note(self, batch: "pa.RecordBatch") -> "pa.RecordBatch":
        """Count the words of a batch, and return it without them."""
        self.counts.add(self.known.fresh(batch) if self.known else batch)
        load_ahead()
        return batch.drop_columns(["words", "flags"])

    def _mask(self) -> None:
        """Take the boilerplate out of the rows and of what is counted of them."""
        import numpy as np

        quiet = self.known.quiet if self.known else find_boilerplate(self.engine, self.rows, self.rank)
        if not len(quiet) or not self.size:
            return
        hit = [holding(batch, quiet) for _, batch in self.engine.numbered(self.rows)]
        nodes = self.uncounted(self.rank[np.concatenate(hit)])
        self._count(self.counts, nodes, -1)
        self.rows = self.engine.renew(self.rows, partial(without, quiet=quiet, settings=self.settings))
        self.quiet, self.lengths = quiet, self.column("length")
        self._count(self.counts, nodes, 1)

    def _count(self, counts: Counts, nodes: "Array", step: int) -> None:
        """Count the rows of nodes, `step` for each."""
        for batch in self.engine.each(lambda part: self._with_words(part), self.slices(self.as_stored(nodes))):
            counts.add(batch, step)

    def _with_words(self, nodes: "Array") -> "pa.RecordBatch":
        import pyarrow as pa

        batch = self.take(nodes, ["terms", *self.told, *ORIGIN])
        told = {"terms": batch.column("terms"), **counted(words(batch, self.quiet))}
        return pa.RecordBatch.from_arrays(list(told.values()), names=list(told))

    def column(self, name: str) -> "Array":
        """Return a column of numbers by node."""
        return self._column(name)[self.place]

    def _column(self, name: str) -> "Array":
        column = self.engine.collect(self.rows, [name]).column(0).combine_chunks()
        return column.to_numpy(zero_copy_only=False)  # type: ignore[no-any-return]

    @cached_property
    def traits(self) -> Traits:
        """What decides who speaks for a cluster."""
        import numpy as np

        return Traits(self.column("truncated"), self.lengths, self.column("published"), np.arange(self.size))

    @cached_property
    def stubs(self) -> Stubs:
        """The nodes whose body is no story, and what bodies stand under many titles."""
        return find_stubs(self)

    @cached_property
    def decided(self) -> Decided:
        """What people decided of the nodes."""
        return decide(self.column("content"), self.decisions.in_force)

    @cached_property
    def digests(self) -> "Array":
        """The digest of each node's normal text, int64[size]."""
        return self.column("digest")

    @cached_property
    def spaceless(self) -> "Array":
        """Whether each node's text is written without spaces, bool[size]."""
        return self.column("spaceless")

    @cached_property
    def told(self) -> list[str]:
        """The columns that the words of a row are read from."""
        return WORDS if any(has_said(batch) for batch in self.rows.batches[:1]) else TOLD

    @property
    def total(self) -> int:
        """How many stories there are, read or known of."""
        return self.size + (self.known.stories - len(self.known.keys) if self.known else 0)

    def uncounted(self, nodes: "Array") -> "Array":
        """Return those of nodes, int32[m], that the counts of what is known do not hold."""
        return nodes[~self.known.is_held(self.column("key")[nodes])] if self.known else nodes

    @cached_property
    def weights(self) -> "Weights":
        """Inverse document frequencies, and which words are names."""
        from dedupe.kernels.tally import slots

        return weigh(self.told_once, self.settings.background, slots(split([EVERYDAY]).stems))

    @cached_property
    def told_once(self) -> Counts:
        """The counts with near copies of one story counted once: a story that everyone prints is not made of common words."""
        import numpy as np

        from dedupe.candidates import LOOKED_AT, repeats
        from dedupe.pipeline.banded import bands_of

        nodes = np.arange(self.size, dtype=np.int32)
        if self.known:  # what is held was there before
            nodes = nodes[np.argsort(np.isin(nodes, self.uncounted(nodes)), kind="stable")]
        again = self.uncounted(nodes[repeats(bands_of(self, LOOKED_AT)[nodes])])
        counts = self.counts.copy() if len(again) else self.counts
        self._count(counts, np.sort(again), -1)
        return counts

    def asked(self, pairs: "Array") -> "Array":
        """Return the candidate pairs, int32[p, 2], that are to be scored."""
        return pairs[~self.far(pairs)] if self.settings.window else pairs

    def far(self, pairs: "Array") -> "Array":
        """Return which pairs of nodes, int32[p, 2], were published too long one after the other, bool[p]."""
        import numpy as np

        published = self.traits.published[pairs]
        between = np.abs(published[:, 0] - published[:, 1])
        return np.asarray((between > self.settings.window * rows.DAY) & (published != rows.UNDATED).all(axis=1))

    def as_stored(self, nodes: "Array") -> "Array":
        """Return nodes, int32[m], in the order in which their rows are stored: read so, each page is read once."""
        import numpy as np

        return nodes[np.argsort(self.place[nodes], kind="stable")]

    def slices(self, nodes: "Array") -> "list[Array]":
        """Return nodes piece by piece, one at least."""
        return [nodes[piece] for piece in pieces(self.lengths[nodes])]

    def take(self, nodes: "Array", columns: list[str]) -> "pa.RecordBatch":
        """Return some columns of the rows of nodes, int32[m], distinct, in their order; soonest where they are as stored."""
        import numpy as np
        import pyarrow as pa

        places = self.place[nodes]
        if (places[1:] > places[:-1]).all():
            return self.engine.take(self.rows, places, columns)
        order = np.argsort(places)
        return self.engine.take(self.rows, places[order], columns).take(pa.array(np.argsort(order)))

    def words(self, nodes: "Array") -> Words:
        """Return the words of nodes, int32[m], distinct, without boilerplate."""
        return words(self.take(nodes, [*self.told, *ORIGIN] if len(self.quiet) else self.told), self.quiet)

    def node(self, story_id: str) -> int:
        """Return the node of a story. Raise DedupeError if there is none of this id."""
        import numpy as np

        keys = self.column("key") if self.size else np.empty(0, np.int64)
        at = int(np.searchsorted(keys, rows.key(story_id)))
        if at == self.size or keys[at] != rows.key(story_id):
            raise DedupeError(f"no story has the id {story_id!r}; `dedupe stories` lists them")
        return at

    def stories(self, nodes: "Array") -> "list[Story]":
        """Return the stories of nodes, in their order."""
        import numpy as np

        told: dict[int, Story] = {}
        for part in self.slices(self.as_stored(np.unique(nodes).astype(np.int32))):
            told |= zip(part.tolist(), rows.stories(self.take(part, rows.schema().names)), strict=True)
        return [told[node] for node in np.asarray(nodes).tolist()]
