"""Stories that come to an index: which of them it holds as they are, and what the others are called in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dedupe.model import Origin
from dedupe.pipeline.digests import short
from dedupe.pipeline.scan import Source
from dedupe.rows import Chunk, key

if TYPE_CHECKING:
    import numpy as np

    from dedupe.index import Index

    Array = np.ndarray[Any, Any]

MOST = 4  # rows of one key that are looked at; more have none but by chance


class Newcomers:
    """The chunks of stories that an index does not hold; the rest is known when all have gone by.

    fresh     their ids: one whose id is held with another text is named `id@path:line`
    already   how many of those that came are held under their id with the same title and text
    repeated  the ids given to stories named anew
    """

    def __init__(self, index: "Index", inputs: Source) -> None:
        self._index, self._inputs, self.repeated = index, inputs, inputs.repeated
        self.fresh: set[str] = set()
        self.already = 0

    def __iter__(self) -> Iterator[Chunk]:
        for chunk in self._inputs:
            told = list(map(short, chunk.title, chunk.body))
            is_new = self._named(chunk, told, list(range(len(chunk))), 0)
            self.already += len(chunk) - sum(is_new)
            rest = chunk if all(is_new) else chunk.where(is_new)
            self.fresh.update(rest.id)
            yield rest

    def _named(self, chunk: Chunk, told: list[int], places: list[int], again: int) -> list[bool]:
        """Name the stories at places that the index holds with another text anew, and return which of all are not held."""
        is_new = [True] * len(chunk)
        names = [chunk.id[place] + self._mark(chunk, place, again) for place in places]
        held = self._held(names)
        for place, name, digest in zip(places, names, held, strict=True):
            is_new[place] = told[place] not in digest
            if not digest and again:
                chunk.id[place] = name
                self.repeated.append(name)
        others = [place for place, digest in zip(places, held, strict=True) if digest and is_new[place]]
        if others:
            later = self._named(chunk, told, others, again + 1)
            is_new = [one and other for one, other in zip(is_new, later, strict=True)]
        return is_new

    def _mark(self, chunk: Chunk, place: int, again: int) -> str:
        """Return what a story's id gets behind it: nothing at first, then where it was read, then a number, too."""
        origin = Origin(chunk.path[place], chunk.line[place])
        return "" if not again else f"@{origin}" + (f"#{again}" if again > 1 else "")

    def _held(self, names: list[str]) -> list[list[int]]:
        """Return what is told of the stories held under each name."""
        import numpy as np

        asked = np.array(list(map(key, names)), np.int64)
        found = self._index.find("keys", asked, np.zeros(len(asked), np.int64), MOST)
        told: list[list[int]] = [[] for _ in names]
        for place, digest in zip(found.place.tolist(), found.told.tolist(), strict=True):
            told[place].append(digest)
        return told
