"""The commands on Spark, each in a process of its own as a user starts it."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dedupe
from dedupe.reports import json
from tests.benchmarks.cluster import groups_of_folder, groups_of_report
from tests.benchmarks.machines import environment, spark_home
from tests.conftest import CONF

WIRE = Path("fixtures/dumps/wire.jsonl")


def quickly(option: str) -> list[str]:
    """Return what sets a session to start soon, under the option that sets something."""
    return [word for name, value in CONF.items() for word in (option, f"{name}={value}")]


def scanned(command: list[str], dump: Path, folder: Path, *options: str) -> None:
    """Scan a dump into a folder, and compare what this tells with what is found in this process."""
    given = ["scan", str(dump), "--engine", "spark", "--no-related", "-o", f"{folder}/out/", "-q", *options]
    done = subprocess.run([*command, *given], env=environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (folder / "out").iterdir()} == {"stories", "skipped", "summary"}
    report = folder / "report.json"
    report.write_text(json.render(dedupe.scan([str(dump)])), encoding="utf-8")
    assert groups_of_folder(folder / "out" / "stories") == groups_of_report(report)


@pytest.mark.spark
@pytest.mark.slow
def test_a_scan_on_spark_fills_a_folder(spark: Any, tmp_path: Path) -> None:
    scanned([sys.executable, "-m", "dedupe"], WIRE, tmp_path, "--master", "local[2]", *quickly("--spark-conf"))


@pytest.mark.spark
@pytest.mark.slow
def test_a_scan_runs_under_spark_submit(spark: Any, tmp_path: Path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("".join(WIRE.read_text(encoding="utf-8").splitlines(keepends=True)[:4]), encoding="utf-8")
    submit = [str(spark_home() / "bin" / "spark-submit"), "--master", "local[2]", *quickly("--conf")]
    scanned([*submit, str(Path(dedupe.__file__).with_name("__main__.py"))], few, tmp_path)
