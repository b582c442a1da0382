"""The signed stories of a run, numbered by the order of their keys, whatever the order they came in."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from dedupe import rows
from dedupe.accepted import NOTHING, Settled
from dedupe.background import WORDS
from dedupe.boilerplate import Sentences, boilerplate, joined, sentences
from dedupe.canonical import Traits
from dedupe.errors import DedupeError
from dedupe.normalise import normal_texts
from dedupe.pipeline.decided import Decided, decide
from dedupe.pipeline.stubs import Stubs, find_stubs
from dedupe.sign import sign, split, unsay
from dedupe.weights import count, weigh

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from dedupe.engines import Engine
    from dedupe.model import Skip, Story
    from dedupe.rows import Chunk
    from dedupe.score import Features
    from dedupe.settings import Settings
    from dedupe.weights import Weights

    Array = np.ndarray[Any, Any]

BATCH = 2048  # stories
READ = "read"  # the stage of a checkpoint after which the inputs are not read again


def prepare(batch: "pa.RecordBatch", settings: "Settings") -> "pa.RecordBatch":
    """Return rows as read, normalised and signed, the normal text itself not kept.

    `content` is the digest of that whole text, whatever will be left out of it as boilerplate: it depends on the story alone.
    """
    signed = sign(normal_texts(batch), settings)
    return signed.append_column("content", signed.column("digest"))


def without(batch: "pa.RecordBatch", codes: "Array", settings: "Settings") -> "pa.RecordBatch":
    """Return signed rows signed again without the sentences of these codes, uint64[k]."""
    import numpy as np

    unsaid = np.isin(sentences(batch, 0).codes, codes)
    return unsay(batch, unsaid, settings) if unsaid.any() else batch


def _chosen(batches: "Iterable[pa.RecordBatch]", rows: "Array") -> "Iterator[pa.RecordBatch]":
    """Yield what is counted of the rows chosen, bool over all batches."""
    import pyarrow as pa

    first = 0
    for batch in batches:
        own, counted = rows[first : first + len(batch)], batch.select(["terms", "words", "flags"])
        yield counted if own.all() else counted.filter(pa.array(own))
        first += len(batch)


class Corpus:
    """Signed stories as nodes 0 .. size - 1, in the order of their keys."""

    def __init__(
        self,
        chunks: "Iterable[Chunk]",
        settings: "Settings",
        engine: "Engine",
        skip: "Callable[[Skip], None]",
        decisions: Settled = NOTHING,
    ) -> None:
        import numpy as np

        self.settings, self.engine, self.decisions = settings, engine, decisions
        self.every: Features | None = None
        if engine.checkpoint and engine.checkpoint.has(READ):
            self.rows = engine.kept("rows")
            (self.boilerplate,) = engine.checkpoint.arrays("boilerplate", tuple)
        else:
            self.rows = engine.load(rows.batches(chunks, skip), partial(prepare, settings=settings))
            self._mask()
        keys = self._column("key") if self.rows.batches else np.empty(0, np.int64)
        self.size = len(keys)
        self.place = np.argsort(keys, kind="stable")

    def _mask(self) -> None:
        """Take the boilerplate out of the rows."""
        self.boilerplate = boilerplate(self._told())
        if len(self.boilerplate):
            self.rows = self.engine.map(self.rows, partial(without, codes=self.boilerplate, settings=self.settings))
        self.engine.keep("rows", self.rows)
        if self.engine.checkpoint:
            self.engine.checkpoint.arrays("boilerplate", lambda: (self.boilerplate,))

    def _told(self) -> Sentences:
        """Return all sentences of the rows, in their order."""
        first, parts = 0, []
        for batch in self.engine.parts(self.rows):
            parts.append(sentences(batch, first))
            first += len(batch)
        return joined(parts)

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
        import pyarrow.compute as pc

        lengths = pc.list_value_length(self.engine.collect(self.rows, ["words"]).column(0)).to_numpy()
        cut, published = self._column("truncated"), self._column("published")
        return Traits(cut[self.place], lengths[self.place], published[self.place], np.arange(self.size))

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
        return self._column("digest")[self.place]

    def bands(self) -> "Array":
        """Return the hashes of the bands of each node's signature, uint64[size, bands]."""
        import numpy as np

        from dedupe.candidates import fold
        from dedupe.kernels.buffers import ragged

        parts = (ragged(batch.column("signature"))[0] for batch in self.engine.parts(self.rows))
        hashes = [fold(part.view(np.uint32).reshape(-1, self.settings.num_perm), self.settings) for part in parts]
        return np.concatenate(hashes)[self.place]

    @cached_property
    def weights(self) -> "Weights":
        """Inverse document frequencies, and which words are names.

        Near copies of one story count once: a story that everyone prints is not made of common words.
        """
        import numpy as np

        from dedupe.candidates import repeats
        from dedupe.kernels.tally import slots

        counted = np.empty(self.size, bool)
        counted[self.place] = ~repeats(self.bands())
        everyday = slots(split([WORDS]).stems)
        return weigh(count(_chosen(self.engine.parts(self.rows), counted)), self.settings.background, everyday)

    def living(self, alive: "Array", stage: int) -> "Array":
        """Return the nodes that are looked at after a stage of `find`, of those that it leaves, int32[m], sorted: these."""
        return alive

    def asked(self, pairs: "Array") -> "Array":
        """Return the candidate pairs, int32[p, 2], that are to be scored: all."""
        return pairs

    def rare(self, nodes: "Array", values: "Array", starts: "Array") -> "tuple[Array, Array]":
        """Return the fingerprints of nodes, see `compared.fingerprints`, that may stand in few stories: all."""
        return values, starts

    def take(self, nodes: "Array", columns: list[str]) -> "pa.RecordBatch":
        """Return some columns of the rows of nodes, int32[m], distinct, in their order."""
        import numpy as np
        import pyarrow as pa

        order = np.argsort(self.place[nodes])
        batch = self.engine.take(self.rows, self.place[nodes][order], columns)
        return batch.take(pa.array(np.argsort(order)))

    def node(self, story_id: str) -> int:
        """Return the node of a story. Raise DedupeError if there is none of this id."""
        import numpy as np

        keys = self._column("key")[self.place] if self.size else np.empty(0, np.int64)
        at = int(np.searchsorted(keys, rows.key(story_id)))
        if at == self.size or keys[at] != rows.key(story_id):
            raise DedupeError(f"no story has the id {story_id!r}; `dedupe stories` lists them")
        return at

    def stories(self, nodes: "Array") -> "list[Story]":
        """Return the stories of nodes, in their order."""
        import numpy as np

        columns, nodes = rows.schema().names, np.asarray(nodes, np.int32)
        parts = (self.take(nodes[first : first + BATCH], columns) for first in range(0, len(nodes), BATCH))
        return [story for part in parts for story in rows.stories(part)]
