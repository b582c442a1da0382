"""A run on a real cluster outlives the machines it loses."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
# stages in which an executor is killed, and what makes the rest quick
LOSING = ["--kill", "equal texts,near duplicates", "--quick", "--memory", "1g"]
SMALL = {"spark.executor.memory": "600m", "spark.driver.memory": "800m", "spark.sql.shuffle.partitions": "3"}


@pytest.mark.spark
@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="executors are found as Linux tells of processes")
def test_a_run_that_loses_executors_finds_the_same_clusters(spark: Any, pytestconfig: pytest.Config) -> None:
    if not pytestconfig.getoption("--cluster"):
        pytest.skip("starts a cluster of its own: pytest --cluster")
    conf = [word for name, value in SMALL.items() for word in ("--conf", f"{name}={value}")]
    command = [sys.executable, "-m", "tests.benchmarks.cluster", "200", *LOSING, *conf]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert (done.returncode, "2 of " in done.stdout) == (0, True), done.stdout + done.stderr
