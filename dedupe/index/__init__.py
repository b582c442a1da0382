"""An index: a folder of Parquet segments, and one SQLite catalogue that says which of them are held."""

from dedupe.index.catalogue import Event, Member
from dedupe.index.index import Index
from dedupe.index.opened import open_index
from dedupe.index.segment import SIGNED, SegmentWriter
from dedupe.index.verified import verified

__all__ = ["SIGNED", "Event", "Index", "Member", "SegmentWriter", "open_index", "verified"]
