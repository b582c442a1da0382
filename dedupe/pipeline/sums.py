"""What an index has taken in of each source, counted: sums that its catalogue keeps, so that what is usual can be told."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dedupe.index.catalogue import NAME
from dedupe.index.postings import damaged
from dedupe.model import Tally
from dedupe.pipeline.tallies import Counts, count, tallied

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.index import Index

SOURCES = "sources"  # in the catalogue: stories, those without a text and those cut, by source


class Sums:
    """The sums of an index to which stories are added as they go by; what is taken out of it goes on counting.

    A file of unnamed sources is none: its stories are not counted.
    """

    def __init__(self, index: "Index") -> None:
        self._index, self._counts = index, Counts()

    def noted(self, batches: "Iterable[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
        """Yield stories as they were read, and count them."""
        from pyarrow.compute import not_equal, or_

        for batch in batches:
            named = or_(not_equal(batch.column("source"), ""), not_equal(batch.column("url"), ""))
            count(self._counts, batch.filter(named))
            yield batch

    def keep(self) -> None:
        """Write the sums into the catalogue, which holds them when all else is held that is done to it."""
        sums: dict[str, list[int]] = {tally.source: [tally.stories, tally.empty, tally.cut] for tally in held(self._index)}
        for tally in tallied(self._counts, True):
            more = (tally.stories, tally.empty, tally.cut)
            sums[tally.source] = [one + other for one, other in zip(sums.get(tally.source, (0, 0, 0)), more, strict=True)]
        self._index.catalogue.put(SOURCES, json.dumps(sums))


def held(index: "Index") -> tuple[Tally, ...]:
    """Return what an index has taken in of each source, whatever the day. Raise StaleIndexError if that cannot be read."""
    try:
        told = json.loads(index.catalogue.get(SOURCES, "{}"))
        rows = ((source, [int(number) for number in counts]) for source, counts in sorted(told.items()))
        return tuple(Tally(source, "", stories, empty, cut) for source, (stories, empty, cut) in rows)
    except (AttributeError, TypeError, ValueError) as error:
        raise damaged(index.folder / NAME) from error
