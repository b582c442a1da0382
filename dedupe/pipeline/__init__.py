"""The line itself: stories in, a report out."""

from dedupe.pipeline.arrivals import Arrivals
from dedupe.pipeline.check import check, check_decided
from dedupe.pipeline.explain import explain
from dedupe.pipeline.rescore import rescore
from dedupe.pipeline.scan import Opened, scan, scan_decided

__all__ = ["Arrivals", "Opened", "check", "check_decided", "explain", "rescore", "scan", "scan_decided"]
