"""Text out of bytes: UTF-8, UTF-16 with a byte order mark, and what is neither, line by line.

A line that is not UTF-8 is read as Windows-1252, unless most of what it holds beyond ASCII is UTF-8: then only the broken
bytes are replaced. Text that can be neither UTF-8 nor Western European is refused, since it would be read as nonsense.
"""

import codecs
import re
from io import BufferedReader

from dedupe.errors import ReadError
from dedupe.readers.steady import BLOCK, Blocks, Steady

HEAD = 1 << 14  # bytes by which a file is judged
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.01  # share of a text's bytes
_MOST_HIGH = 0.25  # share of bytes beyond ASCII in Western European text


class _AsUtf8:
    """The bytes of a stream in another encoding, as UTF-8."""

    def __init__(self, inner: Blocks, encoding: str) -> None:
        self._inner, self.close = inner, inner.close
        self._decode = codecs.getincrementaldecoder(encoding)(errors="replace").decode

    def read1(self, size: int, /) -> bytes:
        """Return the next bytes, b"" at the end."""
        while block := self._inner.read1(size):
            if text := self._decode(block):
                return text.encode("utf-8", "replace")
        return self._decode(b"", final=True).encode("utf-8", "replace")


def without_mark(stream: Steady) -> Steady:
    """Return the text behind the byte order mark as UTF-8; the stream itself where there is no mark."""
    start = stream.ahead(3)
    for mark, encoding in _MARKS.items():
        if start.startswith(mark):
            text = BufferedReader(stream, BLOCK)
            text.read(len(mark))
            return Steady(text if encoding == "utf-8" else _AsUtf8(text, encoding), encoding)
    return stream


def refuse_unreadable(head: bytes, path: str) -> None:
    """Raise ReadError where the first bytes of a file are no text, or text in an encoding that cannot be told."""
    if b"\x00" in head or len(_CONTROL.findall(head)) > _MOST_CONTROL * len(head):
        raise ReadError(f"{path}: is binary, not text; give text, JSON, CSV, TSV or Parquet, plain or compressed")
    high = len(head) - len(head.translate(None, bytes(range(128, 256))))
    if high > _MOST_HIGH * len(head) and not _is_mostly_utf8(head.decode("utf-8", "replace")):
        raise ReadError(f"{path}: is in an encoding that is not recognised; convert it to UTF-8 first, as with iconv")


def decode(data: bytes) -> str:
    """Return the text of bytes; every byte is read as something, and lines stay lines."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return "\n".join(map(_decode_line, data.split(b"\n")))


def _decode_line(line: bytes) -> str:
    replaced = line.decode("utf-8", "replace")
    return replaced if _is_mostly_utf8(replaced) else line.decode("cp1252", "replace")


def _is_mostly_utf8(replaced: str) -> bool:
    """Whether at most half of what stands beyond ASCII was broken, and replaced."""
    return 2 * replaced.count("\ufffd") <= sum(character > "\x7f" for character in replaced)
