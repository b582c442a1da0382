"""Stories on their way from a reader to rows: a list a column, so that none is made before somebody looks at it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from itertools import compress, count

from dedupe.model import Origin, Skip, Story

SIZE = 2048  # stories


@dataclass(slots=True)
class Chunk:
    """The columns of some stories as they were read, and the records between them that could not be.

    skips  each with the number of stories before it
    """

    id: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    summary: list[tuple[str, ...]] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    url: list[str] = field(default_factory=list)
    published: list[datetime | None] = field(default_factory=list)
    truncated: list[bool] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    line: list[int] = field(default_factory=list)
    last_line: list[int] = field(default_factory=list)
    skips: list[tuple[int, Skip]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.id)

    def append(self, record: Story | Skip) -> None:
        """Put a record behind the others."""
        if isinstance(record, Skip):
            self.skips.append((len(self), record))
            return
        for name in OF_STORY:
            getattr(self, name).append(getattr(record, name))
        for name in OF_ORIGIN:
            getattr(self, name).append(getattr(record.origin, name))

    def extend(self, other: "Chunk") -> None:
        """Put the records of another chunk behind the others."""
        self.skips += [(len(self) + before, skip) for before, skip in other.skips]
        for name in (*OF_STORY, *OF_ORIGIN):
            getattr(self, name).extend(getattr(other, name))

    def where(self, mask: list[bool]) -> "Chunk":
        """Return the stories that a mask chooses; the skips stay between them."""
        columns = {name: list(compress(getattr(self, name), mask)) for name in (*OF_STORY, *OF_ORIGIN)}
        return Chunk(**columns, skips=[(sum(mask[:before]), skip) for before, skip in self.skips])

    def records(self) -> Iterator[Story | Skip]:
        """Yield the stories and the skips, in their order."""
        first = 0
        for before, skip in [*self.skips, (len(self), None)]:
            for place in range(first, before):
                yield self.story(place)
            first = before
            if skip:
                yield skip

    def story(self, place: int) -> Story:
        """Return the story at a place, counted from 0."""
        told = {name: getattr(self, name)[place] for name in OF_STORY}
        return Story(**told, origin=Origin(self.path[place], self.line[place], self.last_line[place]))


OF_ORIGIN = tuple(each.name for each in fields(Origin))
OF_STORY = tuple(each.name for each in fields(Story) if each.name != "origin")


def chunked(records: Iterable[Story | Skip], size: int = SIZE) -> Iterator[Chunk]:
    """Yield records in chunks of `size` stories."""
    chunk = Chunk()
    for record in records:
        chunk.append(record)
        if len(chunk) == size:
            yield chunk
            chunk = Chunk()
    if len(chunk) or chunk.skips:
        yield chunk


def named_apart(chunks: Iterable[Chunk], repeated: list[str] | None = None) -> Iterator[Chunk]:
    """Yield the chunks with ids that differ: a story whose id was there before is named `id@path:line`.

    repeated  takes the new names
    """
    seen: set[str] = set()
    for chunk in chunks:
        own = set(chunk.id)
        if len(own) < len(chunk) or not seen.isdisjoint(own):
            own = set()
            for place, name in enumerate(chunk.id):
                chunk.id[place] = _unseen(name, Origin(chunk.path[place], chunk.line[place]), (seen, own))
                own.add(chunk.id[place])
                if repeated is not None and chunk.id[place] != name:
                    repeated.append(chunk.id[place])
        seen |= own
        yield chunk


def _unseen(story_id: str, origin: Origin, seen: tuple[set[str], set[str]]) -> str:
    names = (called(story_id, origin, again) for again in count())
    return next(name for name in names if not any(name in taken for taken in seen))


def called(story_id: str, origin: Origin, again: int) -> str:
    """Return what a story is called whose id, and then whose `again` - 1 names made of it, are those of others before it."""
    return (f"{story_id}@{origin}" if again else story_id) + (f"#{again}" if again > 1 else "")
