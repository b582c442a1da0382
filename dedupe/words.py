"""The words of texts, as every step hands them on."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]


class Words(NamedTuple):
    """The words of n texts: see `kernels.words.words` for the arrays."""

    words: "Array"
    stems: "Array"
    flags: "Array"
    places: "Array"
    starts: "Array"
    sentences: "Array"
    sentence_starts: "Array"
