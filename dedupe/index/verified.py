"""What is wrong with an index."""

from pathlib import Path

from dedupe.index.catalogue import Catalogue
from dedupe.index.segment import SEGMENTS, Segment


def verified(folder: Path) -> list[str]:
    """Return what is not as it was written, a line each. Raise StaleIndexError if the catalogue cannot be read at all."""
    catalogue = Catalogue(folder)
    try:
        with catalogue.reading():
            segments = [Segment(folder / SEGMENTS, *told) for told in catalogue.segments()]
            return catalogue.check() + [line for segment in segments for line in segment.check()]
    finally:
        catalogue.close()
