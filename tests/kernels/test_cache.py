import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dedupe.kernels import cache

HOUSE = Path(cache.__file__).resolve().parents[1]
# A kernel that compiles at once; the number of its files that the cache holds is printed, and where.
RUN = (
    "import numpy as np; from numba import config; from dedupe.kernels.mixing import mix;"
    "mix(np.uint32(7)); print(config.CACHE_DIR)"
)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """Return a folder with a copy of the package beside which nothing can be written, whoever runs it, and no home."""
    shutil.copytree(HOUSE, tmp_path / "dedupe", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "dedupe" / "kernels" / "__pycache__").write_text("a file stands in the way of the folder")
    (tmp_path / "home").write_text("and of this one")
    (tmp_path / "temporary").mkdir()
    return tmp_path


def compiled(folder: Path, **environment: str) -> str:
    """Return where numba was told to keep the kernels that it compiled."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NUMBA", "XDG"))}
    asked = {**kept, "HOME": str(folder / "home"), "TMPDIR": str(folder / "temporary"), **environment}
    done = subprocess.run([sys.executable, "-B", "-c", RUN], cwd=folder, env=asked, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def held(folder: Path) -> list[Path]:
    return list(folder.rglob("*.nbi"))


def test_kernels_are_kept_in_a_temporary_folder_where_no_other_can_be_written(locked: Path) -> None:
    folder = Path(compiled(locked))
    assert folder.parent == locked / "temporary"
    assert folder.stat().st_mode & 0o777 == cache.PRIVATE
    assert held(folder)
    assert Path(compiled(locked)) == folder


def test_the_folder_of_the_user_comes_first(locked: Path) -> None:
    assert compiled(locked, HOME=str(locked / "new")) == ""
    assert held(locked / "new")
    assert compiled(locked, NUMBA_CACHE_DIR=str(locked / "named")) == str(locked / "named")
    assert held(locked / "named")


def test_kernels_are_kept_beside_their_sources_where_that_can_be(locked: Path) -> None:
    beside = locked / "dedupe" / "kernels" / "__pycache__"
    beside.unlink()
    assert compiled(locked) == ""
    assert held(beside)


def test_a_temporary_folder_that_others_can_write_to_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = cache.temporary()
    assert cache.temporary() == folder
    folder.chmod(0o777)
    assert cache.temporary() != folder
    folder.rmdir()
    folder.write_text("no folder")
    assert cache.temporary() != folder
    assert cache.is_writable(cache.temporary())
