"""Finds repeated and reworded news stories, groups them, and shows what changed."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dedupe.index import open_index
    from dedupe.model import Cluster, Match, Origin, Relation, Report, Skip, Story
    from dedupe.pipeline.check import check
    from dedupe.pipeline.scan import scan
    from dedupe.settings import Settings

__all__ = ["Cluster", "Match", "Origin", "Relation", "Report", "Settings", "Skip", "Story", "check", "open_index", "scan"]

_HOME = {"scan": "dedupe.pipeline", "check": "dedupe.pipeline", "open_index": "dedupe.index", "Settings": "dedupe.settings"}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `dedupe --help` answers at once."""
    if name not in __all__:
        raise AttributeError(f"module 'dedupe' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME.get(name, "dedupe.model")), name)
