"""The words of texts and what they weigh, as every step hands them on."""

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


class Weights(NamedTuple):
    """By the slot of a stem its inverse document frequency, float32[SLOTS]; by that of a word how it is written, uint8[SLOTS].

    `smooth` is idf + 1, as scikit-learn has it: a term that all texts have counts for something.
    """

    idf: "Array"
    smooth: "Array"
    written: "Array"
