"""Archive pages saved as text."""

from collections.abc import Iterator

from dedupe.model import Skip, Story
from dedupe.readers.encodings import decode
from dedupe.readers.fields import Fields
from dedupe.readers.line_role import LineRole
from dedupe.readers.lines import lines, too_long
from dedupe.readers.record import LONGEST
from dedupe.readers.source import Source


def read(source: Source, fields: Fields) -> Iterator[Story | Skip]:
    """Yield the stories of a page, and a Skip for each line that no story can have."""
    from dedupe.readers.page import read_page

    page, skips = _page(source)
    yield from skips
    yield from read_page(page, source.path)


def explain(source: Source) -> Iterator[LineRole]:
    """Yield how each line of a page was read."""
    from dedupe.readers.page import explain_page

    yield from explain_page(_page(source)[0], source.path)


def _page(source: Source) -> tuple[list[str], list[Skip]]:
    """Return the lines of a page, and why some are left empty."""
    from dedupe.readers.page_lines import lines_of

    held, skips = [], []
    for number, line in lines(source, LONGEST):
        if len(line) < LONGEST:
            held.append(line)
        else:
            held.append(b"\n")
            skips.append(too_long(source.path, number, LONGEST))
    return lines_of(decode(b"".join(held))), skips
