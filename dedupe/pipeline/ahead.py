"""Libraries that a later step needs, loaded while the first stories are signed: kernels leave the interpreter free."""

from functools import cache
from importlib import import_module
from threading import Thread

LATER = ("scipy.sparse.csgraph", "sklearn.feature_extraction.text")


@cache
def load_ahead() -> None:
    """Begin to load what scoring needs, once; whoever imports it meanwhile waits for it.

    Called when the libraries of signing are there: two threads that load parts of one library would wait for each other.
    """
    Thread(target=lambda: [import_module(name) for name in LATER], name="load ahead", daemon=True).start()
