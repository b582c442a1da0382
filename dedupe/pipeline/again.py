"""The stories of a stored report, read again from where it found them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from dedupe.accepted import content
from dedupe.model import Skip, Story, Tally
from dedupe.pipeline.masked import told_apart

if TYPE_CHECKING:
    from dedupe.readers import Fields


def again(paths: Mapping[str, str], ids: Collection[str], fields: "Fields") -> tuple[dict[str, Story], tuple[Tally, ...]]:
    """Return the stories of these ids among those of files, and how many stories each source has.

    paths  the name that each file had before, by the one that it has now
    """
    from dedupe import readers

    found: dict[str, Story] = {}
    counts: dict[str, int] = {}
    for told in readers.read_all([*paths], fields):
        if isinstance(told, Skip):
            continue
        record = _named(told, paths.get(told.origin.path, told.origin.path))
        counts[record.outlet] = counts.get(record.outlet, 0) + 1
        if record.id in ids:
            found[record.id] = record
    return found, tuple(Tally(source, "", number) for source, number in sorted(counts.items()))


def _named(story: Story, path: str) -> Story:
    """Return a story as it was when its file had that path."""
    now = story.origin.path
    if now == path:
        return story
    name = path + story.id.removeprefix(now) if story.id.startswith(f"{now}:") else story.id
    return replace(story, id=name, origin=replace(story.origin, path=path))


def contents(stories: Iterable[Story]) -> dict[str, str]:
    """Return the name of each story's content, by id: equal where the normal texts are."""
    return dict(_contents([*stories]))


def _contents(stories: list[Story]) -> Iterator[tuple[str, str]]:
    from dedupe.kernels.shingle import digest

    for some, _, read in told_apart(stories):
        for story, number in zip(some, digest(read.words, read.starts).tolist(), strict=True):
            yield story.id, content(int(number))
