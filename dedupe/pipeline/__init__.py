"""The line itself: stories in, a report out."""

from dedupe.pipeline.explain import explain
from dedupe.pipeline.rescore import rescore
from dedupe.pipeline.scan import scan

__all__ = ["explain", "rescore", "scan"]
