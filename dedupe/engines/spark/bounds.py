"""How much one task of Spark, and the machine that drives them, is given at a time."""

from dataclasses import dataclass

from dedupe.engines.tables import ASKED, HELD


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a run stays within.

    most    entries of a bucket that one task takes; a larger one comes in pieces
    pairs   pairs, with the rows of both sides, that one task takes
    asked   rows of `asked` that one task crosses with rows of `held`
    held    rows of `held` that it crosses them with
    edges   pairs whose components are found on the machine that drives the run
    split   bytes of a file of lines that is read by more than one task
    """

    most: int = 1 << 16
    pairs: int = 1 << 13
    asked: int = ASKED
    held: int = HELD
    edges: int = 20_000_000
    split: int = 64 << 20
