"""The two stories a person means: by id, by a line they stand on, or by the cluster they speak for."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import click

from dedupe.cli.options import Given, settings_of
from dedupe.cli.progress import Progress
from dedupe.cli.reading import read
from dedupe.errors import ReadError
from dedupe.model import Cluster, Story

SHORTEST = 4  # characters of an abbreviated cluster id
CUT = "…/"  # begins a path that the table has shortened

Command = TypeVar("Command", bound=Callable[..., object])
Pair = tuple[Story, Story]


def pair(command: Command) -> Command:
    """Let a command name two stories after its inputs."""
    for name in ("right", "left"):
        command = click.argument(name, metavar=name.upper())(command)
    return command


def pair_of(given: Given) -> tuple[list[Story], Pair]:
    """Return all stories and the two that are meant; clusters are looked for only where a name is no story's."""
    stories = list(read(given))
    names = (given["left"], given["right"])
    found = [story_of(name, stories) for name in names]
    if None in found:
        clusters = _clusters(stories, given)
        found = [story or canonical_of(name, clusters) for name, story in zip(names, found, strict=True)]
    left, right = found
    if left is None or right is None:
        missing = names[0] if left is None else names[1]
        raise ReadError(
            f"no story or cluster {missing} in the input; `dedupe stories` lists the stories, `dedupe scan` the clusters"
        )
    return stories, (left, right)


def _clusters(stories: Sequence[Story], given: Given) -> tuple[Cluster, ...]:
    from dedupe import pipeline

    with Progress(given["quiet"]) as progress:
        return pipeline.scan(stories, replace(settings_of(given), find_related=False), progress=progress).clusters


def story_of(name: str, stories: Sequence[Story]) -> Story | None:
    """Return the story with that id, or on that line of a path or of a path's end; None where there is none."""
    own = [story for story in stories if story.id == name]
    path, _, line = name.rpartition(":")
    if own or not path or not line.isdecimal():
        return own[0] if own else None
    tail = path.removeprefix(CUT)
    standing = [story for story in stories if _ends(story.origin.path, tail) and _holds(story, int(line))]
    if len(standing) > 1:
        raise ReadError(f"{name} names {len(standing)} stories: {', '.join(story.id for story in standing[:3])}; give an id")
    return standing[0] if standing else None


def _ends(path: str, tail: str) -> bool:
    return path == tail or path.endswith("/" + tail)


def _holds(story: Story, line: int) -> bool:
    return story.origin.line <= line <= story.origin.last_line


def canonical_of(name: str, clusters: Sequence[Cluster]) -> Story | None:
    """Return the canonical of the cluster whose id is or begins with the name; None where there is none."""
    meant = [c for c in clusters if c.id == name] or [c for c in clusters if len(name) >= SHORTEST and c.id.startswith(name)]
    if len(meant) > 1:
        raise ReadError(
            f"{name} begins {len(meant)} cluster ids: {', '.join(cluster.id for cluster in meant[:3])}; give more of it"
        )
    return meant[0].canonical if meant else None
