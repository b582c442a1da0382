"""Where an index lies: on a network share its promises do not hold, and that is said."""

from collections.abc import Iterator
from pathlib import Path

NETWORK = ("nfs", "cifs", "smb", "9p", "afs", "ceph", "glusterfs", "lustre", "fuse.sshfs", "fuse.s3fs", "fuse.rclone", "davfs")
MOUNTS = Path("/proc/self/mounts")


def doubts(folder: Path, mounts: Path = MOUNTS) -> Iterator[str]:
    """Yield what is not to be relied on for an index in a folder."""
    kind = _kind(folder.resolve(), mounts)
    if kind.startswith(NETWORK):
        yield (
            f"warning: {folder} is on a network share ({kind}), where one process does not reliably see that another writes; "
            "let one machine use it"
        )


def _kind(folder: Path, mounts: Path) -> str:
    """Return the kind of file system that a folder is on; "" where that cannot be told."""
    try:
        rows = [line.split(" ")[1:3] for line in mounts.read_text(errors="replace").splitlines()]
    except OSError:
        return ""
    found = [(Path(place.replace("\\040", " ")), kind) for place, kind in rows]
    over = [(len(place.parts), kind) for place, kind in found if folder.is_relative_to(place)]
    return max(over)[1] if over else ""
