"""A stream that lets its beginning be seen before it is read, and that ends where a damaged file breaks."""

import lzma
import zlib
from io import RawIOBase
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BLOCK = 1 << 18  # bytes read at once
_FAILURES = (OSError, EOFError, zlib.error, lzma.LZMAError)


class Blocks(Protocol):
    """What gives bytes block by block."""

    def read1(self, size: int, /) -> bytes:
        """Return the next bytes, b"" at the end."""

    def close(self) -> None:
        """Let go of the file."""


class Steady(RawIOBase):
    """The bytes of `inner` up to where they break; `damage` then says what is wrong with the data of that kind."""

    def __init__(self, inner: Blocks, kind: str) -> None:
        self._inner, self._kind, self._held = inner, kind, b""
        self.damage = ""

    def ahead(self, size: int) -> bytes:
        """Return the first `size` bytes, or all there are; they are still to be read."""
        while len(self._held) < size and (block := self._block(size)):
            self._held += block
        return self._held[:size]

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill the buffer as far as one block goes, and return the number of bytes; 0 at the end."""
        view = memoryview(buffer)
        block = self._held or self._block(len(view))
        given, self._held = block[: len(view)], block[len(view) :]
        view[: len(given)] = given
        return len(given)

    def close(self) -> None:
        """Close what it reads from, too."""
        if not self.closed:
            self._inner.close()
        super().close()

    def _block(self, size: int) -> bytes:
        if self.damage:
            return b""
        try:
            return self._inner.read1(size)
        except _FAILURES as failure:
            self.damage = _sentence(failure, self._kind)
            return b""


def _sentence(failure: Exception, kind: str) -> str:
    if isinstance(failure, EOFError) or "runcated" in str(failure):
        return f"the {kind} data end too early"
    return f"the {kind} data are damaged ({failure})"
