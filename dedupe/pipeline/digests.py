"""Digests of what a story tells as it was read: its title and its text."""

from hashlib import blake2b


def whole(title: str, body: str) -> bytes:
    """Return a digest of a title and a text, 16 bytes."""
    return blake2b(f"{len(title)} {title}{body}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def short(title: str, body: str) -> int:
    """Return a short one, as an index keeps it: 32 bits, signed."""
    return int.from_bytes(whole(title, body)[:4], "big", signed=True)
