"""Files that are there whole or not at all: written once, synced, and known by their size and digest."""

import os
import re
from contextlib import suppress
from errno import EDQUOT, EFBIG, ENOSPC
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

READ = 1 << 20
FULL = (ENOSPC, EFBIG, EDQUOT)


class Told(NamedTuple):
    """What a catalogue tells of a file: its bytes, and a digest of them."""

    size: int
    digest: str


def tell(path: Path) -> Told:
    """Return the size and the digest of a file."""
    digest = blake2b(digest_size=16)
    with path.open("rb") as file:
        while part := file.read(READ):
            digest.update(part)
    return Told(path.stat().st_size, digest.hexdigest())


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, written to the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def is_full(error: OSError) -> bool:
    """Whether an error is that of a disk, or of what may be written on it, that has no room."""
    told = re.search(r"errno (\d+)", str(error), re.IGNORECASE)
    return (error.errno or (int(told[1]) if told else 0)) in FULL


def remove(folder: Path) -> None:
    """Remove a folder of files, as far as it goes: what stays is removed another time."""
    with suppress(OSError):
        for path in folder.iterdir():
            path.unlink(missing_ok=True)
        folder.rmdir()
