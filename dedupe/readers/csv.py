"""CSV and TSV: a record a row; a row may take several lines, and every story knows its own."""

import csv
import re
from collections.abc import Iterator, Sequence

from dedupe.model import Origin, Skip
from dedupe.readers.encodings import decode
from dedupe.readers.fields import Fields
from dedupe.readers.lines import lines, too_long
from dedupe.readers.names import columns
from dedupe.readers.record import LONGEST, Item, check
from dedupe.readers.source import Source

_DELIMITERS = ",;\t|"
_PIECES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

Line = tuple[int, str]
Row = tuple[list[str], int, int]  # its cells, its first and its last line


def items(source: Source, fields: Fields) -> Iterator[Item | Skip]:
    """Yield the record, or the Skip, of each row under the header. Raise ReadError where no column holds the text."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST))
    names: list[str] = []
    least = 0
    for row in _rows(source, delimiter(decode(source.head), fields)):
        if isinstance(row, Skip):
            yield row
        elif not names:
            names = [cell.strip() for cell in row[0]]
            least = 1 + names.index(check(names, source.path, fields).text[0])
        else:
            yield _item(row, names, least, source.path)


def _item(row: Row, names: Sequence[str], least: int, path: str) -> Item | Skip:
    """Return the record of a row that has at least so many columns, and nothing in those beyond the header's."""
    cells, first, last = row
    if len(cells) < least or any(cells[len(names) :]):
        return Skip(Origin(path, first, last), f"has {len(cells)} columns, the header {len(names)}")
    return dict(zip(names, cells, strict=False)), first, last


def delimiter(head: str, fields: Fields) -> str:
    """Return the delimiter by which most columns of the header are recognised, or else by which there are most."""
    header = next((line for line in head.splitlines() if line.strip()), "")

    def known(mark: str) -> tuple[int, int]:
        names = next(csv.reader([header], delimiter=mark), [])
        held = columns(names, fields)
        return sum(map(bool, held)), len(names)

    return max(_DELIMITERS, key=known)


class _Lines:
    """Feeds lines to csv.reader and holds those of the row that it is reading."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines, self._again = lines, list[Line]()
        self.held: list[Line] = []
        self.ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.held.append(line)
        return line[1]

    def go_back(self) -> int:
        """Let all lines held but the first be read again; return the number of the first."""
        self._again += reversed(self.held[1:])
        first, self.held, self.ended = self.held[0][0], [], False
        return first


def _rows(source: Source, mark: str) -> Iterator[Row | Skip]:
    """Yield the rows that hold something; a quotation mark that opens and never closes costs one line, not the rest."""
    skips: list[Skip] = []
    feed = _Lines(_lines(source, skips))
    while not feed.ended:
        try:
            for cells in csv.reader(feed, delimiter=mark):
                if feed.ended:  # and still within the row: it has no end
                    break
                row = cells, feed.held[0][0], feed.held[-1][0]
                feed.held.clear()
                yield from skips
                skips.clear()
                if any(cells):
                    yield row
        except csv.Error:
            pass
        yield from skips
        skips.clear()
        if feed.held and not (feed.ended and source.damage):
            first = feed.go_back()
            yield Skip(Origin(source.path, first, first), "has a quotation mark that opens and never closes")


def _lines(source: Source, skips: list[Skip]) -> Iterator[Line]:
    more = 0  # lines of old Macs, ended by CR alone, within those read so far
    for number, line in lines(source, LONGEST):
        if len(line) >= LONGEST:
            skips.append(too_long(source.path, number + more, LONGEST))
            continue
        text = decode(line)
        if "\r" not in text.rstrip("\r\n"):
            yield number + more, text
            continue
        pieces = _PIECES.findall(text)
        yield from enumerate(pieces, number + more)
        more += len(pieces) - 1
