"""Several segments -> one, without those of their rows that were removed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dedupe.index.postings import KINDS
from dedupe.index.segment import Segment, SegmentWriter

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


def merge(segments: "Sequence[tuple[Segment, list[int]]]", writer: SegmentWriter) -> None:
    """Write the stories of segments, each with the rows that are gone of it; what they are found by goes with them."""
    import numpy as np

    rows = []
    for segment, gone in segments:
        held = np.ones(segment.stories, bool)
        held[gone] = False
        rows.append(np.where(held, writer.stories + np.cumsum(held) - 1, -1))
        _write(segment, held, writer)
    for kind in KINDS:
        _post(kind, [segment for segment, _ in segments], rows, writer)
    _count([segment for segment, _ in segments], writer)


def _write(segment: Segment, held: "Array", writer: SegmentWriter) -> None:
    import pyarrow as pa

    first = 0
    for stories, signed in zip(segment.batches(), segment.signed(), strict=True):
        kept = pa.array(held[first : first + len(stories)])
        first += len(stories)
        writer.add(stories.filter(kept), signed.filter(kept))


def _post(kind: str, segments: Sequence[Segment], rows: "list[Array]", writer: SegmentWriter) -> None:
    """Write the entries of all segments of a kind, section by section."""
    import numpy as np

    parts: dict[int, list[tuple[Array, ...]]] = {}
    for segment, row in zip(segments, rows, strict=True):
        for number, (bucket, at, *told) in segment.postings[kind].sections():
            kept = row[at] >= 0
            parts.setdefault(number, []).append((bucket[kept], row[at][kept].astype(np.int32), *(each[kept] for each in told)))
    for number in sorted(parts):
        writer.post(kind, number, *(np.concatenate(column) for column in zip(*parts[number], strict=True)))


def _count(segments: Sequence[Segment], writer: SegmentWriter) -> None:
    """Write what all segments add to the counts; what is gone goes on counting until all is judged anew."""
    import numpy as np

    told = [counts for segment in segments if (counts := segment.counts())]
    if not told:
        return
    slots, place = np.unique(np.concatenate([slot for slot, _ in told]), return_inverse=True)
    sums = np.zeros((3, len(slots)), np.int32)
    for line, counts in zip(sums, np.concatenate([counts for _, counts in told], axis=1), strict=True):
        np.add.at(line, place, counts)
    writer.count(slots, sums)
