"""What runs of one scan at several sizes took: a table, how time grew with size, and what many more stories would take."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MANY, CORES = 100_000_000, 100  # stories and cores of the estimate

Groups = dict[str, frozenset[str]]  # the ids of each cluster's members


@dataclass(frozen=True, slots=True)
class Took:
    """What a run took, and found; `cores` is 0 for the local engine, which has all."""

    name: str
    stories: int
    cores: int
    seconds: float
    driver: float
    groups: Groups
    executor: float = 0.0
    session: float = 0.0
    shuffled: int = 0
    kept: int = 0
    lost: str = ""
    stages: tuple[tuple[str, float], ...] = ()


def rows(every: Sequence[Took]) -> Iterator[dict[str, str]]:
    """Yield each run as a row of the table, with how its time grew since the size before."""
    truth = {took.name: took.groups for took in every if not took.cores}
    before: dict[tuple[int, str], Took] = {}
    for took in every:
        row = {
            "corpus": took.name,
            "engine": f"{took.cores} workers" if took.cores else "local",
            "seconds": f"{took.seconds:.1f}",
            "stories/s": f"{took.stories / took.seconds:,.0f}",
            "driver MB": f"{took.driver:,.0f}",
        }
        if took.cores:
            row["session"] = f"{took.session:.1f}"
            row["executor MB"] = f"{took.executor:,.0f}"
            row["shuffled B/story"] = f"{took.shuffled / took.stories:,.0f}"
            row["kept B/story"] = f"{took.kept / took.stories:,.0f}"
        kind = took.cores, took.name.removeprefix(str(took.stories))
        if (last := before.get(kind)) and last.stories < took.stories:
            row["ms/story more"] = f"{1000 * slope(last, took):.2f}"
            row["exponent"] = f"{math.log(took.seconds / last.seconds) / math.log(took.stories / last.stories):.2f}"
        if took.lost:
            row["executors killed"] = took.lost
        row["clusters"] = f"{len(took.groups):,}"
        row["same"] = str(took.groups == truth[took.name]) if took.cores else ""
        before[kind] = took
        yield row


def slope(small: Took, large: Took) -> float:
    """Return the seconds that each story more took."""
    return (large.seconds - small.seconds) / (large.stories - small.stories)


def estimate(small: Took, large: Took) -> str:
    """Return what 100 million stories would take, and what that assumes."""
    if large.seconds <= small.seconds:
        return f"{large.stories:,} stories took no longer than {small.stories:,} on {large.cores} cores: take larger sizes"
    hours = slope(small, large) * large.cores * MANY / 3600
    bytes_now, bytes_before = large.shuffled / large.stories, small.shuffled / small.stories
    return (
        f"{MANY:,} stories, from {small.stories:,} and {large.stories:,} on {large.cores} cores: {hours:,.0f} hours of one core, "
        f"{hours / CORES:.1f} hours of {CORES}; {bytes_now * MANY / 1e12:.2f} TB shuffled, "
        f"{large.kept / large.stories * MANY / 1e12:.2f} TB kept on the way. Assumed: each story more takes "
        f"{1000 * slope(small, large) * large.cores:.2f} ms of a core, as between these sizes; cores share the work evenly; "
        f"a network as fast as this disk; {bytes_now:,.0f} B shuffled a story, where the smaller size had {bytes_before:,.0f}."
    )


def stages(every: Sequence[Took]) -> Iterator[dict[str, str]]:
    """Yield the seconds of each stage of the runs on clusters."""
    for took in every:
        if took.cores:
            spent = {name: f"{seconds:.1f}" for name, seconds in took.stages}
            yield {"corpus": took.name, "engine": f"{took.cores} workers", **spent}
