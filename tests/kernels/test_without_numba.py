import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__)


def test_every_law_of_the_kernels_holds_as_plain_python_too() -> None:
    # Plain NumPy warns where whole numbers wrap around, as these are meant to.
    options = ["-q", "-x", "-p", "no:cacheprovider", "-W", "ignore:overflow:RuntimeWarning", f"--ignore={HERE}"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(HERE.parent)],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        cwd=HERE.parents[2],
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout[-2000:]
