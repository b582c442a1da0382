"""Options of the whole suite, and the one session of Spark that it runs on."""

import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

# For tests only: what starts soonest, not what runs fastest.
SOON = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
CONF = {
    "spark.driver.extraJavaOptions": SOON,
    "spark.driver.memory": "1g",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.shuffle.partitions": "3",
    "spark.ui.enabled": "false",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write what is printed now into README and fixtures/reports, for a person to read"
    )
    parser.addoption(
        "--cluster",
        action="store_true",
        help="try on Spark, too, what takes minutes: a cluster that loses executors, many parts, spark-submit",
    )


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Yield a session of Spark in this process; a test that needs one is skipped where there can be none."""
    if not (find_spec("pyspark") and find_spec("pandas")):
        pytest.skip('needs pyspark and pandas: pip install "news-dedupe[spark]"')
    if not shutil.which("java"):
        pytest.skip("needs Java 17 or newer")
    from dedupe.engines.spark.session import session

    found, _ = session("local[2]", CONF)
    assert found.sparkContext.pythonExec == sys.executable
    yield found
    found.stop()
