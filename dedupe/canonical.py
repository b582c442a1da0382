"""Which member speaks for a cluster, and why."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

LATE = 2**62  # a story without a date comes after all that have one


class Traits(NamedTuple):
    """What decides who speaks, by node: cut texts, words, seconds of publication (LATE if unknown), rank of the key."""

    truncated: "Array"
    words: "Array"
    published: "Array"
    key: "Array"


def speakers(traits: Traits, policy: str, support: "Array", nodes: "Array") -> "Array":
    """Return the order, int64[m], in which nodes, int32[m], speak for others under a policy, the best first.

    A cut text never speaks while a whole one is there. `coverage` asks who tells most of the others, in tenths of a story;
    then the longer, then the earlier decides.
    """
    import numpy as np

    words, published, key = traits.words[nodes], traits.published[nodes], traits.key[nodes]
    first = {
        "coverage": -np.round(support[nodes], 1),
        "earliest": published,
        "latest": np.where(published == LATE, LATE, -published),
        "longest": -words,
    }[policy]
    return np.lexsort((key, published, -words, first, traits.truncated[nodes]))


def reason(policy: str, members: "Array", centre: int, traits: Traits) -> str:
    """Return why `centre` speaks for members, int32[m], in a few words."""
    others = members[members != centre]
    words, published = traits.words[centre], traits.published[centre]
    if not traits.truncated[centre] and traits.truncated[others].all():
        return "the only full text"
    if policy == "earliest" and published < traits.published[others].min():
        return "the earliest"
    if policy == "latest" and LATE > published > traits.published[others].max():
        return "the latest"
    if policy in ("longest", "coverage") and words > traits.words[others].max():
        return "covers the others best, and is the longest" if policy == "coverage" else "the longest"
    if (traits.words[others] == words).all():
        return "the earliest of equals" if published < traits.published[others].min() else "the first of equals"
    return {
        "coverage": "covers the others best",
        "earliest": "the earliest dated",
        "latest": "the latest dated",
        "longest": "the longest",
    }[policy]
