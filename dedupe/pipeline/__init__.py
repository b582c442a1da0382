"""The line itself: stories in, a report out."""

from dedupe.pipeline.explain import explain
from dedupe.pipeline.rescore import rescore
from dedupe.pipeline.scan import Opened, scan, scan_decided

__all__ = ["Opened", "explain", "rescore", "scan", "scan_decided"]
