"""Where compiled kernels are kept: beside their sources, else in the user's cache folder, else in a temporary one."""

import os
import stat
import tempfile
from pathlib import Path

BESIDE = Path(__file__).with_name("__pycache__")
PRIVATE = 0o700


def place() -> None:
    """Name a folder for compiled kernels where numba would find none that it can write to, and so refuse to compile."""
    if is_writable(BESIDE):
        return
    from numba import config
    from numba.misc.appdirs import user_cache_dir

    known = [config.CACHE_DIR, user_cache_dir("numba", False)]
    if not any(is_writable(Path(folder)) for folder in known if folder):
        config.CACHE_DIR = str(temporary())


def is_writable(folder: Path) -> bool:
    """Whether files can be made in a folder, which is made where it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError:
        return False
    return True


def temporary() -> Path:
    """Return a folder for the kernels of this user; of this run alone where others could write to it: kernels are run."""
    owner = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir(), f"dedupe-kernels-{owner}")
    try:
        folder.mkdir(mode=PRIVATE, exist_ok=True)
        about = folder.lstat()
    except OSError:
        return Path(tempfile.mkdtemp())
    own = stat.S_ISDIR(about.st_mode) and (os.name == "nt" or (about.st_uid == owner and stat.S_IMODE(about.st_mode) == PRIVATE))
    return folder if own else Path(tempfile.mkdtemp())
