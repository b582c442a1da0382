"""What is worked on at once: few enough words to be held, and pieces enough for every thread."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

BLOCK = 1 << 21  # words of a piece, at most
LEAST = 1 << 17  # words of a piece that is worth a thread's while
PIECES = 16  # at least, where they are worth it


def pieces(words: "Array", most: int = BLOCK) -> "list[Array]":
    """Return places in words, int32[n], the words of each item, cut into pieces in their order; one piece at least.

    most  words of a piece, but for an item that has more
    """
    import numpy as np

    total, places = np.cumsum(words, dtype=np.int64), np.arange(len(words))
    if not len(words):
        return [places]
    size = min(most, max(int(total[-1]) // PIECES, LEAST))
    return np.split(places, np.searchsorted(total, np.arange(size, int(total[-1]), size)))
