"""The commands on Spark, each in a process of its own as a user starts it."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

import dedupe
from dedupe.reports import json
from tests.benchmarks.cluster import groups_of_folder, groups_of_report
from tests.benchmarks.machines import environment, spark_home
from tests.cli.conftest import Run
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


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--engine", "spark", "--jobs", 2), "--jobs is of --engine local"),
        (("--engine", "spark", "--memory", "1GB"), "--memory is of --engine local"),
        (("--master", "local[2]"), "--master is of Spark; give --engine spark"),
        (("--spark-conf", "spark.ui.enabled=false"), "--spark-conf is of Spark"),
        (("--engine", "spark", "--spark-conf", "memory=8g"), "sets nothing of Spark; write spark.executor.memory=8g"),
        (("--engine", "ray"), "'ray' is not one of 'local', 'spark'"),
        (("-o", "clusters/"), "a folder of stories is written from tables; give --engine spark"),
        (("-o", "csv=clusters/"), "'csv' is no format of a folder: choose one of parquet, jsonl"),
    ],
)
def test_what_an_engine_has_not_is_refused_in_words(given: tuple[Any, ...], told: str, tell: Run, pair: Path) -> None:
    status, out, err = tell("scan", pair, *given)
    assert (status, out) == (2, "")
    assert told in err


def test_standard_input_is_not_read_by_spark(tell: Run) -> None:
    status, _, err = tell("scan", "-", "--engine", "spark")
    assert status == 2
    assert "standard input is not read by Spark; give files" in err


@pytest.mark.spark
@pytest.mark.slow
def test_a_scan_runs_under_spark_submit(spark: Any, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    if not pytestconfig.getoption("--cluster"):
        pytest.skip("takes minutes: pytest --cluster")
    few = tmp_path / "few.jsonl"
    few.write_text("".join(WIRE.read_text(encoding="utf-8").splitlines(keepends=True)[:4]), encoding="utf-8")
    submit = [str(spark_home() / "bin" / "spark-submit"), "--master", "local[2]", *quickly("--conf")]
    scanned([*submit, str(Path(dedupe.__file__).with_name("__main__.py"))], few, tmp_path)
