"""What is in a compressed file, told by its first bytes: gzip, bzip2, xz and Zstandard."""

import bz2
import gzip
import lzma
from io import BufferedReader

from dedupe.readers.steady import BLOCK, Blocks, Steady

SUFFIXES = (".gz", ".bz2", ".xz", ".zst")
_BEGINNINGS = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "Zstandard"}


def decompressed(stream: Steady) -> Steady:
    """Return what is in the stream; the stream itself where it is not compressed."""
    start = stream.ahead(6)
    kind = next((kind for beginning, kind in _BEGINNINGS.items() if start.startswith(beginning)), "")
    return Steady(_inside(BufferedReader(stream, BLOCK), kind), kind) if kind else stream


def _inside(stream: BufferedReader, kind: str) -> Blocks:
    if kind == "gzip":
        return gzip.GzipFile(fileobj=stream)
    if kind == "bzip2":
        return bz2.BZ2File(stream)
    if kind == "xz":
        return lzma.LZMAFile(stream)
    import pyarrow as pa

    inside: Blocks = pa.CompressedInputStream(pa.PythonFile(stream, "r"), "zstd")
    return inside
