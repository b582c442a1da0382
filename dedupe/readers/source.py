"""An opened dump: its bytes, uncompressed and without a byte order mark, and what is known of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader, BytesIO, FileIO
from pathlib import Path, PurePath

from dedupe.errors import ReadError
from dedupe.readers.compression import SUFFIXES, decompressed
from dedupe.readers.encodings import HEAD, without_mark
from dedupe.readers.steady import BLOCK, Steady

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A dump that is being read: its path as given, its first bytes, and the stream of all of them, through some layers.

    is_there  whether the bytes come from the path, and could be read from there again
    """

    path: str
    head: bytes
    stream: BufferedReader
    layers: tuple[Steady, ...]
    is_there: bool = True

    @property
    def damage(self) -> str:
        """What broke the bytes off, so far; "" for nothing."""
        return next((layer.damage for layer in self.layers if layer.damage), "")

    @property
    def is_plain(self) -> bool:
        """Whether the bytes are those of the file itself."""
        return self.is_there and len(set(self.layers)) == 1

    @property
    def suffix(self) -> str:
        """The end of the file's name, without that of its compression: .csv for wire.csv.gz."""
        name = PurePath(self.path.lower())
        return PurePath(name.stem).suffix if name.suffix in SUFFIXES else name.suffix


@contextmanager
def opened(path: str, data: bytes | None = None) -> Iterator[Source]:
    """Open a file, or standard input for "-". Raise ReadError where there is none or it cannot be read.

    data  the bytes of the file, where they are here already
    """
    try:
        with _file(path) if data is None else BytesIO(data) as file:
            yield _source(path, file, is_there=data is None and path != STDIN)
    except FileNotFoundError:
        raise ReadError(f"{path}: no such file") from None
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from None


def _file(path: str) -> BufferedReader:
    if path == STDIN:
        return BufferedReader(FileIO(0, closefd=False), BLOCK)  # not sys.stdin: closing a stream over it would close it
    return Path(path).open("rb")


def _source(path: str, file: BufferedReader | BytesIO, *, is_there: bool) -> Source:
    outer = Steady(file, "file")
    inner = decompressed(outer)
    text = without_mark(inner)
    return Source(path, text.ahead(HEAD), BufferedReader(text, BLOCK), (outer, inner, text), is_there)
