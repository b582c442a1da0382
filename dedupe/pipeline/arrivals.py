"""Fresh stories behind those that are held: which they are, and which of them are held as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from dedupe.model import Skip
from dedupe.pipeline.digests import whole
from dedupe.pipeline.scan import Source
from dedupe.rows import Chunk, named_apart


class Arrivals:
    """The chunks of held stories, then those of fresh ones; the rest is known when all have gone by.

    fresh    the ids of the fresh ones, a later one of an id that is taken as `named_apart` names it
    held     how many are held
    already  how many of those that came are held: a story of the same id with the same title and text
    skipped  what of the held ones could not be read
    """

    def __init__(self, held: Iterable[Chunk], fresh: Source) -> None:
        self._held, self._fresh = held, fresh
        self.repeated = fresh.repeated
        self.skipped: list[Skip] = []
        self.fresh: set[str] = set()
        self.held = self.already = 0
        self._known: dict[str, bytes] = {}
        self._arriving = False

    def __iter__(self) -> Iterator[Chunk]:
        for chunk in named_apart(chain(self._noted(), self._arrived()), self.repeated):
            if self._arriving:
                self.fresh.update(chunk.id)
            yield chunk

    def _noted(self) -> Iterator[Chunk]:
        for chunk in self._held:
            self._known |= zip(chunk.id, _digests(chunk), strict=True)
            self.held += len(chunk)
            self.skipped += [skip for _, skip in chunk.skips]
            yield replace(chunk, skips=[])

    def _arrived(self) -> Iterator[Chunk]:
        for chunk in self._fresh:
            self._arriving = True
            is_new = [self._known.get(name) != digest for name, digest in zip(chunk.id, _digests(chunk), strict=True)]
            self.already += len(chunk) - sum(is_new)
            yield chunk if all(is_new) else chunk.where(is_new)


def _digests(chunk: Chunk) -> list[bytes]:
    return list(map(whole, chunk.title, chunk.body))
