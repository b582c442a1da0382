"""Names of clusters that last: a cluster keeps its name while others join it or leave."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dedupe.index import Event, Member

MERGED, SPLIT, ENDED = "merged", "split", "ended"


class Star(NamedTuple):
    """A cluster as it was found: the key of its canonical, the keys of all members, and the name that its content gives."""

    canonical: int
    keys: tuple[int, ...]
    name: str


class Named(NamedTuple):
    """The names of stars, by canonical, and what became of the clusters that there were."""

    names: dict[int, str]
    events: tuple[Event, ...]


def name(stars: Iterable[Star], before: Mapping[int, str], taken: Iterable[str] = ()) -> Named:
    """Return the names of stars: of the clusters whose members they have, each keeps one, and that with most of it.

    before  the cluster in which each key was
    taken   names of clusters that are not touched
    """
    stars = sorted(stars, key=lambda star: (star.name, star.canonical))
    votes = {star.canonical: Counter(before[key] for key in star.keys if key in before) for star in stars}
    claims = sorted((-count, old, star.name, star.canonical) for star in stars for old, count in votes[star.canonical].items())
    names: dict[int, str] = {}
    kept: dict[str, int] = {}
    for _, old, _, canonical in claims:
        if old not in kept and canonical not in names:
            kept[old], names[canonical] = canonical, old
    used = {*kept, *taken, *before.values()}
    for star in stars:
        if star.canonical not in names:
            names[star.canonical] = _free(star.name, used)
            used.add(names[star.canonical])
    return Named(names, tuple(sorted(_events(votes, names, kept, set(before.values())))))


def content_name(digest: int) -> str:
    """Return the name that the text of its canonical gives to a cluster."""
    return f"{digest & 0xFFFFFFFFFFFF:012x}"


def members(stars: Iterable[Star], names: Mapping[int, str]) -> list[Member]:
    """Return the members of stars."""
    return [Member(key, names[star.canonical], key == star.canonical) for star in stars for key in star.keys]


def _events(
    votes: Mapping[int, Counter[str]], names: Mapping[int, str], kept: Mapping[str, int], before: set[str]
) -> Iterable[Event]:
    """Yield what became of clusters."""
    went = defaultdict(set)
    for canonical, olds in votes.items():
        for old in olds:
            went[old].add(canonical)
    for old in before:
        for canonical in went[old] - {kept.get(old)}:
            yield Event(SPLIT, names[canonical], old) if old in kept else Event(MERGED, old, names[canonical])
        if not went[old]:
            yield Event(ENDED, old, "")


def _free(name: str, used: set[str]) -> str:
    """Return the name, with a number behind it if another cluster has it."""
    free, number = name, 2
    while free in used:
        free, number = f"{name}-{number}", number + 1
    return free
