"""The line itself: stories in, a report out."""

from dedupe.pipeline.add import add, compact, remove
from dedupe.pipeline.again import again, contents
from dedupe.pipeline.arrivals import Arrivals
from dedupe.pipeline.beside import Way
from dedupe.pipeline.check import check, check_decided, check_index
from dedupe.pipeline.explain import explain
from dedupe.pipeline.exported import exported
from dedupe.pipeline.policy import judge
from dedupe.pipeline.rescore import rescore
from dedupe.pipeline.scan import Opened, scan, scan_decided, search

__all__ = [
    "Arrivals",
    "Opened",
    "Way",
    "add",
    "again",
    "check",
    "check_decided",
    "check_index",
    "compact",
    "contents",
    "explain",
    "exported",
    "judge",
    "remove",
    "rescore",
    "scan",
    "scan_decided",
    "search",
]
