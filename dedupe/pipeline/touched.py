"""The clusters of an index that a run touched, and what they are called after it."""

from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.cluster import components
from dedupe.index import Event
from dedupe.pipeline.beside import Beside
from dedupe.pipeline.lasting import Star, content_name, name
from dedupe.pipeline.stubs import groups

if TYPE_CHECKING:
    import numpy as np

    from dedupe.index import Index

    Array = np.ndarray[Any, Any]


class Touched(NamedTuple):
    """Clusters as they are after a run, their names by canonical, and what became of those that there were.

    keys   of all stories whose clusters may be others now
    every  whether these are all that are held
    """

    stars: list[Star]
    names: dict[int, str]
    events: tuple[Event, ...]
    keys: list[int]
    every: bool


def touched(index: "Index", told: Beside, fresh: "Array | None") -> Touched:
    """Return the clusters that a run touched: those that have one of the fresh nodes, bool[n], or had a member of such.

    All of them where `fresh` is None.
    """
    import numpy as np

    corpus, found = told.ran
    if found is None:
        before = {member.key: member.cluster for member in index.catalogue.members()} if told.whole else {}
        return Touched([], {}, name([], before).events, [], told.whole)
    keys, centre = corpus.column("key"), found.centre
    known = index.catalogue.members() if told.whole else index.catalogue.members(keys=keys.tolist())
    before = {member.key: member.cluster for member in known}
    nodes = np.arange(corpus.size) if fresh is None else _reached(centre, [before.get(key) for key in keys.tolist()], fresh)
    is_touched = np.zeros(corpus.size, bool)
    is_touched[nodes] = True
    stars = [
        Star(int(keys[centre[some[0]]]), tuple(keys[some].tolist()), content_name(int(corpus.digests[centre[some[0]]])))
        for some in groups(centre)
        if is_touched[some[0]]
    ]
    some_keys = keys[nodes].tolist()
    named = name(stars, before if told.whole else {key: before[key] for key in some_keys if key in before}, set(before.values()))
    return Touched(stars, named.names, named.events, some_keys, told.whole)


def _reached(centre: "Array", clusters: list[str | None], fresh: "Array") -> "Array":
    """Return the nodes, int64[m], tied to a fresh one by being in one cluster, now or before."""
    import numpy as np

    numbers: dict[str, int] = {}
    ties = [np.stack((np.arange(len(centre)), centre), axis=1)]
    first = np.array([-1 if one is None else numbers.setdefault(one, node) for node, one in enumerate(clusters)], np.int64)
    held = np.flatnonzero(first >= 0)
    ties.append(np.stack((held, first[held]), axis=1))
    group = components(len(centre), np.concatenate(ties))
    return np.flatnonzero(np.isin(group, group[fresh]))
