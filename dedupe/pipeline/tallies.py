"""What a corpus holds of each source on each day, counted."""

from collections import Counter
from collections.abc import Set
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dedupe.model import Tally
from dedupe.model.story import outlet
from dedupe.rows import UNDATED

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.pipeline.corpus import Corpus

DAY = 86_400  # seconds
EPOCH = date(1970, 1, 1).toordinal()
COLUMNS = ("source", "url", "path", "published", "truncated")

Kinds = Counter[tuple[bool, str, int, bool, bool]]  # stories by whether they are fresh, source, day, and whether empty and cut


class Tallies(NamedTuple):
    """What is counted of fresh stories, in a scan of all, and what of those that are held."""

    fresh: tuple[Tally, ...] = ()
    held: tuple[Tally, ...] = ()


def tallies(corpus: "Corpus", fresh: Set[str] | None = None) -> Tallies:
    """Return what is counted of the stories of a corpus, all of which are fresh unless it is told which."""
    kinds: Kinds = Counter()
    for _, batch in corpus.engine.numbered(corpus.rows):
        _count(kinds, batch, fresh)
    return Tallies(_told(kinds, True), _told(kinds, False))


def _count(kinds: Kinds, batch: "pa.RecordBatch", fresh: Set[str] | None) -> None:
    from pyarrow.compute import binary_length, equal, or_

    sources, urls, paths, published, cut = (batch.column(name).to_pylist() for name in COLUMNS)
    names = batch.column("id").to_pylist() if fresh is not None else []
    is_fresh = map(fresh.__contains__, names) if fresh is not None else [True] * len(sources)
    empty = or_(batch.column("stub"), equal(binary_length(batch.column("body")), 0)).to_pylist()
    days = (when if when == UNDATED else when // DAY for when in published)
    kinds.update(zip(is_fresh, map(outlet, sources, urls, paths), days, empty, cut, strict=True))


def _told(kinds: Kinds, fresh: bool) -> tuple[Tally, ...]:
    counts: dict[tuple[str, int], list[int]] = {}
    for (is_fresh, source, day, empty, cut), stories in kinds.items():
        if is_fresh == fresh:
            count = counts.setdefault((source, day), [0, 0, 0])
            for at, has in enumerate((True, empty, cut)):
                count[at] += stories * has
    return tuple(Tally(source, day_of(day), *count) for (source, day), count in sorted(counts.items()))


def day_of(day: int) -> str:
    """Return a day, counted from 1970, as it is written; "" for that of a story without a date."""
    return "" if day == UNDATED else date.fromordinal(EPOCH + day).isoformat()
